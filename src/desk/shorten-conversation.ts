/** Characters of a conversation's id that are shown: enough to tell two apart, too few to read along. */
const SHOWN = 6;

/** A conversation's id in a listing. On the web the whole id is a key to the conversation. */
export function shortenConversation(conversation: string): string {
  return conversation.length > SHOWN ? `${conversation.slice(0, SHOWN)}…` : conversation;
}
