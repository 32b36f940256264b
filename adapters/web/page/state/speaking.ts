import { createContext, useContext } from 'react';
import { type Say, sayIn } from '../texts.ts';

export const Speaking = createContext<Say>(sayIn('zh-CN'));

/** The page's texts in the language chosen. */
export function useSay(): Say {
  return useContext(Speaking);
}
