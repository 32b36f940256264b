import type { Action } from '../api/queries.ts';

export interface Section {
  readonly path: string;
  /** Key of its name in the texts. */
  readonly name: string;
  /** One of what one has to be allowed to find it in the menu; who is, only the server knows. */
  readonly needs: readonly Action[];
}

/** The console's sections, in the order of the menu. */
export const SECTIONS: readonly Section[] = [
  { path: '/', name: 'today', needs: ['request.present', 'knowledge.read'] },
  { path: '/conversations', name: 'conversations', needs: ['conversation.list'] },
  { path: '/requests', name: 'requests', needs: ['request.list'] },
  { path: '/knowledge', name: 'knowledge', needs: ['knowledge.read'] },
  { path: '/people', name: 'people', needs: ['account.list'] },
  { path: '/hours', name: 'hours', needs: ['hours.read'] },
  { path: '/channels', name: 'channels', needs: ['channel.list'] },
  { path: '/retention', name: 'retention', needs: ['retention.read'] },
  { path: '/keys', name: 'keys', needs: ['keys.read'] },
  { path: '/figures', name: 'figures', needs: ['figures.read'] },
  { path: '/digests', name: 'digests', needs: ['figures.read'] },
  { path: '/report', name: 'report', needs: ['report.read'] },
  { path: '/record', name: 'record', needs: ['audit.read'] },
];
