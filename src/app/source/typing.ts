/** Typing without a pause is one undo step: the mark that the session merges by. */
export interface TypingBurst {
  /** The mark for a change that is typed now. */
  mark(): string;
  /** The next change starts a new step: the caret jumped, the pane lost the focus. */
  end(): void;
}

const PAUSE = 1000;
let bursts = 0;

/** A burst also ends when nothing was typed for a second. */
export function createTypingBurst(now: () => number = () => performance.now()): TypingBurst {
  let last = -Infinity;
  return {
    mark() {
      const time = now();
      if (time - last > PAUSE) bursts++;
      last = time;
      return `typing:${bursts}`;
    },
    end() {
      last = -Infinity;
    },
  };
}
