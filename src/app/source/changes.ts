import { useEffect, useState } from 'react';
import { summaryOfChanges } from '../../exchange/index.ts';
import { useSessionState } from '../session.tsx';

/** Counting reads both texts, so it waits until typing pauses. */
const QUIET = 250;

/** How many lines of a file differ from the file as it was opened. */
export function useChangeCount(path: string): number {
  const now = useSessionState((state) => state.workspace.files.find((file) => file.path === path));
  const opened = useSessionState((state) => state.workspace.opened.find((file) => file.path === path));
  const [count, setCount] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => {
      const { added, removed } = summaryOfChanges(opened ? [opened] : [], now ? [now] : []);
      // A changed line is one removed and one added; people count it once.
      setCount(Math.max(added, removed));
    }, QUIET);
    return () => clearTimeout(timer);
  }, [now, opened]);
  return count;
}
