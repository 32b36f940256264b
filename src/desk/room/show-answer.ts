import type { RoomCard } from '../../channel/staff-room.ts';
import type { HeldAnswer } from '../../store/index.ts';
import { maskCitizensWords } from '../conversations/mask-words.ts';
import { showAnswer } from '../held-answers/index.ts';
import { type RoomWorld, sayInRoom } from './room-world.ts';

/**
 * The card of an answer that waits for approval: what was asked, what would be said, what can be done. The buttons name
 * the version that is shown: what was changed since is not approved by them.
 */
export function showHeldAnswer(world: RoomWorld, answer: HeldAnswer): RoomCard {
  const { id, version, state, editedBy, text, question, title } = showAnswer(answer, world.services.release().base);
  const lines = [
    sayInRoom(world, `answer_${state}`, { id: String(id) }),
    sayInRoom(world, 'answer_question', { question: question ?? title ?? '–' }),
    // Numbers that say who somebody is are starred here too, whoever wrote them.
    sayInRoom(world, 'answer_text', { text: editedBy === null ? text : maskCitizensWords(text) }),
  ];
  const what = state === 'waiting' ? ['approve', 'edit', 'reject'] : [];
  const choices = what.map((each) => ({
    label: sayInRoom(world, `answer_${each}`),
    value: `${each}:${id}-${version}`,
  }));
  return { text: lines.join('\n'), choices };
}
