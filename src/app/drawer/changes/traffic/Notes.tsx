import { TriangleAlert } from 'lucide-react';
import { sayUncompared } from '../../../../traffic/index.ts';
import type { Compared } from './compareState.ts';
import styles from './Traffic.module.css';

/** What the comparison says nothing about. */
export function Notes({ compared }: { compared: Compared }) {
  const notes = notesOf(compared);
  if (!notes.length) return null;
  return (
    <ul className={styles.notes} aria-label="Not compared">
      {notes.map((note) => (
        <li key={note}>
          <TriangleAlert size={14} aria-hidden />
          {note}
        </li>
      ))}
    </ul>
  );
}

const notesOf = (compared: Compared): readonly string[] => [
  ...(['after', 'before'] as const).flatMap((side) =>
    compared.unread[side].map(
      ({ file, line }) =>
        `${file}, line ${line}, ${side === 'after' ? 'cannot be read, and counts as it was' : 'could not be read before, and counts as it is now'}.`,
    ),
  ),
  ...compared.unread.same.map(
    ({ file, line }) => `${file}, line ${line}, cannot be read. It is as it was, so no part of the changes.`,
  ),
  ...sayUncompared(compared),
];
