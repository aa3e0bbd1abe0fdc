import { useCallback } from 'react';
import { useSession, useSessionState } from '../session.tsx';
import { ariaKeys, formatKeys } from './keys.ts';
import { isMac } from './platform.ts';
import { commandOf, keysOf } from './registry.ts';
import { isEnabled, runCommand } from './run.ts';

export interface UsableCommand {
  readonly title: string;
  /** As shown to people: `Ctrl+Z`, `⌘Z`; undefined without a shortcut. */
  readonly keys: string | undefined;
  /** For `aria-keyshortcuts`. */
  readonly ariaKeys: string | undefined;
  readonly enabled: boolean;
  readonly run: () => void;
}

/** A command for a button or menu item: the same object that the shortcut and the palette use. */
export function useCommand(id: string): UsableCommand {
  const session = useSession();
  const command = commandOf(id);
  const enabled = useSessionState((state) => isEnabled(command, state));
  const run = useCallback(() => void runCommand(command, session), [command, session]);
  const own = useSessionState((state) => keysOf(command, (one) => isEnabled(one, state)).join(' '));
  const keys = own ? own.split(' ') : [];
  return {
    title: command.title,
    keys: keys[0] && formatKeys(keys[0], isMac),
    ariaKeys: keys.length ? keys.map((one) => ariaKeys(one, isMac)).join(' ') : undefined,
    enabled,
    run,
  };
}
