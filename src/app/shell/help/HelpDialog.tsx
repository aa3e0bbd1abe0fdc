import { useDeferredValue, useRef, useState } from 'react';
import { commands, keysOf } from '../../commands/registry.ts';
import { isEnabled } from '../../commands/run.ts';
import { Modal, Segmented, TextField } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import type { DialogProps } from '../dialogs/types.ts';
import { GLOSSARY } from './glossary.ts';
import { Keys } from './Keys.tsx';
import { findWords, mentions } from './search.ts';
import { TASKS } from './tasks.ts';
import { Tasks } from './Tasks.tsx';
import { Words } from './Words.tsx';
import styles from './HelpDialog.module.css';

const PARTS = [
  { value: 'keys', title: 'Keys' },
  { value: 'words', title: 'Istio’s words' },
  { value: 'tasks', title: 'How do I …' },
] as const;

type Part = (typeof PARTS)[number]['value'];

/** Keys, words and how to do things; a search looks through all three. `target` is the part to begin with. */
export function HelpDialog({ target, onClose }: DialogProps) {
  const [part, setPart] = useState<Part>(PARTS.find(({ value }) => value === target)?.value ?? 'keys');
  const [query, setQuery] = useState('');
  const looked = useDeferredValue(query.trim());
  const field = useRef<HTMLInputElement>(null);
  const session = useSession();
  const searching = looked !== '';

  const words = findWords(GLOSSARY, looked);
  const tasks = TASKS.filter(({ question, answer }) => mentions(looked, 'how do i', question, answer));
  const state = session.getState();
  const keys = commands
    .filter(({ title, group }) => mentions(looked, title, group))
    .map((command) => ({ ...command, keys: keysOf(command, (one) => isEnabled(one, state)) }));
  const found = words.length + tasks.length + keys.filter((command) => command.keys.length).length;

  const lookUp = (term: string) => {
    setQuery(term);
    field.current?.focus();
  };

  return (
    <Modal title="Help" onClose={onClose} wide="full" initialFocus={field}>
      <div className={styles.help}>
        <div className={styles.head}>
          <TextField
            ref={field}
            type="search"
            className={styles.field}
            aria-label="Search the help"
            placeholder="A word, a key, something to do…"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
          <Segmented
            label="Part of the help"
            value={searching ? null : part}
            options={PARTS}
            onChange={(next) => {
              setPart(next);
              setQuery('');
            }}
          />
        </div>
        <output className="visually-hidden">{searching && `${found} found`}</output>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys can scroll it only where it takes the focus */}
        <section className={styles.body} aria-label="Help text" tabIndex={0}>
          {searching && found === 0 && (
            <p className={styles.none}>Nothing in the help has these words. Try one of them alone.</p>
          )}
          {(searching || part === 'words') && <Words words={words} onTerm={lookUp} />}
          {(searching || part === 'tasks') && <Tasks tasks={tasks} onClose={onClose} />}
          {(searching || part === 'keys') && <Keys commands={keys} all={!searching} />}
        </section>
      </div>
    </Modal>
  );
}
