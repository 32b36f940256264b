/**
 * Fetches a file the desk hands over (`OutFile.reference`) when it is sent, however long after it was owed; `gone` when
 * it is no more. Throws when it cannot be had now: sending is then tried again.
 * @param most bytes the receiver takes
 */
export type FileSource = (reference: string, most: number) => Promise<Uint8Array | 'too_large' | 'gone'>;
