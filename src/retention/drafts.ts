import type { ConversationId } from '../channel/message.ts';
import { forgetDraft } from '../delivery/index.ts';
import { loadState, retained } from '../store/index.ts';

/** Requests begun and never filed: what was filled in goes from the state and from what was said. */
export function createDrafts(erased: (locale: 'zh-CN' | 'en') => string): retained.Retained {
  return {
    find: retained.findOldDrafts,
    async erase(executor, overdue) {
      for (const each of overdue) {
        const [channel, id] = retained.readKey<[string, string]>(each);
        const key = { channel, conversation: id as ConversationId };
        const state = await loadState(executor, key);
        if (!state?.form) continue;
        await forgetDraft(executor, key, state.form.draft, erased(state.locale));
        await retained.saveWithoutDraft(executor, key, { ...state, form: null, choices: [] });
      }
    },
  };
}
