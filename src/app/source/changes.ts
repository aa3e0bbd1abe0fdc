import { useEffect, useState } from 'react';
import { useSessionState } from '../session.tsx';

/** Counting reads both texts, so it waits until typing pauses. */
const QUIET = 250;

/** How many lines of a file differ from the file as it was opened. */
export function useChangeCount(path: string): number {
  const now = useSessionState((state) => state.workspace.files.find((file) => file.path === path));
  const opened = useSessionState((state) => state.workspace.opened.find((file) => file.path === path));
  const [count, setCount] = useState(0);
  useEffect(() => {
    let gone = false;
    const tell = (lines: number) => !gone && setCount(lines);
    const timer = setTimeout(() => {
      if (now?.text === opened?.text) tell(0);
      // Nothing has changed when the page comes up: what compares texts is fetched with the first change.
      else
        import('./countChanges.ts').then(
          ({ countChanges }) => tell(countChanges(opened, now)),
          // Without it the page does all but count.
          () => {},
        );
    }, QUIET);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [now, opened]);
  return count;
}
