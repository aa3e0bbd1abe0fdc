import type { Command } from '../../commands/command.ts';
import { formatKeys } from '../../commands/keys.ts';
import { isMac } from '../../commands/platform.ts';
import { keysByPane } from './keys.ts';
import { MOVING } from './moving.ts';
import styles from './HelpDialog.module.css';

/** The keys of commands, by pane; with `all`, also those that mean the same everywhere. */
export function Keys({ commands, all }: { commands: readonly Command[]; all: boolean }) {
  const groups = [...keysByPane(commands)];
  return (
    <div className={styles.groups}>
      {groups.map(([group, some]) => (
        <Group key={group} title={group}>
          {some.map(({ id, title, keys = [] }) => (
            <Line key={id} what={title} keys={keys.map((each) => formatKeys(each, isMac))} />
          ))}
        </Group>
      ))}
      {all && (
        <Group title="Everywhere">
          {MOVING.map(({ keys, what }) => (
            <Line key={what} what={what} keys={keys} />
          ))}
        </Group>
      )}
    </div>
  );
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className={styles.group}>
      <h3>{title}</h3>
      <dl>{children}</dl>
    </section>
  );
}

function Line({ what, keys }: { what: string; keys: readonly string[] }) {
  return (
    <div className={styles.line}>
      <dt>{what}</dt>
      <dd>
        {keys.map((each) => (
          <kbd key={each}>{each}</kbd>
        ))}
      </dd>
    </div>
  );
}
