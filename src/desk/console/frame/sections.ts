import type { Role } from '../api/queries.ts';

export interface Section {
  readonly path: string;
  /** Key of its name in the texts. */
  readonly name: string;
  /** Who finds it in the menu. The server decides what they may do there. */
  readonly roles: readonly Role[];
}

/** Who talks to citizens. */
export const TALKERS: readonly Role[] = ['chat_agent', 'registrar', 'unit_head'];
const CASE_WORKERS = ['registrar', 'handler', 'unit_head', 'approver', 'secrecy_reviewer'] as const;

/** The console's sections, in the order of the menu. */
export const SECTIONS: readonly Section[] = [
  { path: '/', name: 'today', roles: [...TALKERS, ...CASE_WORKERS] },
  { path: '/conversations', name: 'conversations', roles: TALKERS },
  { path: '/requests', name: 'requests', roles: [...CASE_WORKERS, 'chat_agent', 'auditor'] },
  { path: '/people', name: 'people', roles: ['administrator'] },
  {
    path: '/figures',
    name: 'figures',
    roles: [
      'registrar',
      'unit_head',
      'approver',
      'knowledge_editor',
      'knowledge_publisher',
      'administrator',
      'auditor',
    ],
  },
  { path: '/record', name: 'record', roles: ['auditor'] },
];

export function listSections(roles: readonly Role[]): readonly Section[] {
  return SECTIONS.filter((section) => section.roles.some((role) => roles.includes(role)));
}
