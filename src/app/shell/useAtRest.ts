import { useEffect, useState } from 'react';

/** Long enough for the first screen and the editor to have arrived on a slow line. */
const AFTER = 2_000;

/** False at first, true once the first screen is done with loading: the time for what it does not need. */
export function useAtRest(): boolean {
  const [atRest, setAtRest] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setAtRest(true), AFTER);
    return () => clearTimeout(timer);
  }, []);
  return atRest;
}
