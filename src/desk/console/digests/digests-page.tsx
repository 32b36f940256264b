import { Route, Routes } from 'react-router';
import type { PageProps } from '../frame/page-props.ts';
import { DigestList } from './digest-list.tsx';
import { DigestView } from './digest-view.tsx';

/** 《每日访情》 and 《重要信访信息》: all that were made, and one of them. */
export function DigestsPage(props: PageProps) {
  return (
    <Routes>
      <Route index element={<DigestList {...props} />} />
      <Route path=":name" element={<DigestView {...props} />} />
    </Routes>
  );
}
