/** Whole numbers that grow one by one, four bytes each: lists of a million of them are what a base is made of. */
export interface Numbers {
  readonly size: () => number;
  readonly at: (place: number) => number;
  readonly push: (value: number) => void;
  readonly set: (place: number, value: number) => void;
  /** All of them, in an array of their own size. */
  readonly take: () => Int32Array;
}

const ROOM_AT_FIRST = 1024;

export function createNumbers(): Numbers {
  let values = new Int32Array(ROOM_AT_FIRST);
  let size = 0;
  return {
    size: () => size,
    at: (place) => values[place] ?? 0,
    push(value) {
      if (size === values.length) {
        const larger = new Int32Array(size + (size >> 1));
        larger.set(values);
        values = larger;
      }
      values[size++] = value;
    },
    set(place, value) {
      values[place] = value;
    },
    take: () => values.slice(0, size),
  };
}
