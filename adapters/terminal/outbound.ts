import type { Writable } from 'node:stream';
import type { TranscriptLine } from '../../src/channel/desk.ts';
import { spellControls } from '../../src/channel/spell-controls.ts';
import { renderTerminal, type TerminalWords } from './render.ts';

const DEFAULT_COLUMNS = 80;

function columnsOf(output: Writable): number {
  return 'columns' in output && typeof output.columns === 'number' ? output.columns : DEFAULT_COLUMNS;
}

/** Writes lines of a conversation as they come, each once, whichever way the terminal hears of it. */
export interface Screen {
  /** True when something was written. */
  readonly show: (line: TranscriptLine) => boolean;
  /** Lines up to here were read before: they are not shown. */
  readonly skipTo: (seq: number) => void;
}

export function createScreen(output: Writable, words: TerminalWords): Screen {
  let shown = 0;
  return {
    show(line) {
      if (line.seq <= shown) return false;
      shown = line.seq;
      if (line.from === 'citizen') return false;
      output.write(`\n${spellControls(renderTerminal(line.message, columnsOf(output), words))}\n`);
      return true;
    },
    skipTo(seq) {
      shown = seq;
    },
  };
}
