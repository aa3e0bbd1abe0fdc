import { useEffect } from 'react';
import { useSessionState } from '../session.tsx';

/** The window's title names the workspace, so that tabs can be told apart. */
export function useTitle(): void {
  const name = useSessionState((state) => state.workspace.name);
  useEffect(() => {
    document.title = name === '' ? 'Meshwright' : `${name} – Meshwright`;
  }, [name]);
}
