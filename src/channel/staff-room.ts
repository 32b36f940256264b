import type { AdapterSetting, PlatformServices } from './adapter.ts';
import type { Choice } from './message.ts';

/** What stands in a room of staff: words and buttons. Nothing in it says who a citizen is. */
export interface RoomCard {
  readonly text: string;
  readonly choices: readonly Choice[];
  /** Accounts (`slack:TEAM:USER`) called by name after the words. */
  readonly calls?: readonly string[];
}

export interface RoomField {
  readonly id: string;
  readonly label: string;
  readonly kind: 'text' | 'day' | 'number' | 'choice';
  readonly required: boolean;
  readonly choices: readonly Choice[];
  /** What stands in it at first. Default: nothing. */
  readonly value?: string;
}

/** Asked of one person, over everything else they see. */
export interface RoomForm {
  /** Comes back with what was filled in. */
  readonly state: string;
  readonly title: string;
  readonly submit: string;
  readonly cancel: string;
  readonly intro: string;
  readonly fields: readonly RoomField[];
}

interface Person {
  /** Account on the platform: `slack:TEAM:USER`. */
  readonly account: string;
}

/** What somebody did in the room. */
export type RoomEvent = Person &
  (
    | { readonly kind: 'tapped'; readonly value: string }
    /** Written below a card. `id` is the same each time the platform delivers it. */
    | {
        readonly kind: 'wrote';
        readonly id: string;
        readonly place: string;
        readonly text: string;
        readonly files: number;
      }
    | { readonly kind: 'commanded'; readonly text: string }
    | { readonly kind: 'filled'; readonly state: string; readonly values: Readonly<Record<string, string>> }
  );

/** What they are answered; only they see it. */
export type RoomAnswer =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'told'; readonly text: string }
  | { readonly kind: 'form'; readonly form: RoomForm };

export type Posted =
  | { readonly kind: 'posted'; readonly place: string }
  /** Not now; after so many milliseconds where the platform says so. */
  | { readonly kind: 'later'; readonly why: string; readonly afterMs: number | null };

/** A room of staff on a chat platform. */
export interface StaffRoom {
  /** Posts a card, or below one (`below`: its place). The key is a UUID, the same at every attempt. */
  readonly post: (card: RoomCard, key: string, below: string | null) => Promise<Posted>;
  /** Puts another card in the place of one. */
  readonly change: (place: string, card: RoomCard) => Promise<Posted>;
  /** Connects; events are answered one at a time as they come. */
  readonly start: (answer: (event: RoomEvent) => Promise<RoomAnswer>) => void;
  readonly stop: () => Promise<void>;
}

export interface StaffRoomModule {
  readonly name: string;
  readonly settings: readonly AdapterSetting[];
  /** @throws DeskError CONFIG_INVALID when a setting is missing or malformed */
  readonly open: (values: Readonly<Record<string, string>>, services: PlatformServices) => Promise<StaffRoom>;
}
