import { groupBy } from '../../controls/groupBy.ts';
import type { Command } from '../../commands/command.ts';
import { formatKeys } from '../../commands/keys.ts';
import { isMac } from '../../commands/platform.ts';
import { commands } from '../../commands/registry.ts';
import { Modal } from '../../controls/index.ts';
import type { DialogProps } from './types.ts';
import styles from './ShortcutsDialog.module.css';

const lists: readonly [keys: string, what: string][] = [
  ['↑ ↓', 'Move in a list or between nodes'],
  ['Home End', 'First or last of a list'],
  ['Tab', 'On to the next control'],
  ['← →', 'Move a divider that has the focus, or between tabs'],
  ['Esc', 'Close a menu or dialog, stop a drag'],
];

const places: Partial<Record<NonNullable<Command['within']>, string>> = {
  canvas: 'On the canvas',
  inspector: 'In the form',
  source: 'In the YAML',
  rail: 'In the list of files and resources',
  drawer: 'In the drawer',
};

/** All shortcuts, by what they are for. */
export function ShortcutsDialog({ onClose }: DialogProps) {
  const withKeys = commands.filter(({ keys }) => keys?.length);
  const groups = groupBy(withKeys, ({ within, group }) => (within && places[within]) ?? group);
  return (
    <Modal title="Keyboard shortcuts" onClose={onClose} wide>
      <div className={styles.groups}>
        {[...groups].map(([group, some]) => (
          <section key={group} className={styles.group}>
            <h3>{group}</h3>
            <dl>
              {some.map((command) => (
                <div key={command.id} className={styles.line}>
                  <dt>{command.title}</dt>
                  <dd>
                    {command.keys!.map((keys) => (
                      <kbd key={keys}>{formatKeys(keys, isMac)}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <section className={styles.group}>
          <h3>Everywhere</h3>
          <dl>
            {lists.map(([keys, what]) => (
              <div key={keys} className={styles.line}>
                <dt>{what}</dt>
                <dd>
                  <kbd>{keys}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Modal>
  );
}
