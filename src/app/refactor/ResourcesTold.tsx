import { useMemo } from 'react';
import { resourceChanges } from '../../exchange/index.ts';
import type { TextFile } from '../../text/index.ts';
import { KindGlyph } from '../controls/index.ts';
import { howWords } from '../drawer/changes/words.ts';
import styles from './RefactorDialog.module.css';

/** More than anyone reads before deciding; the lines below say all. */
const RESOURCES = 6;
const SENTENCES = 3;

interface ResourcesToldProps {
  before: readonly TextFile[];
  after: readonly TextFile[];
}

/** What a refactoring says otherwise in each resource, in plain sentences. */
export function ResourcesTold({ before, after }: ResourcesToldProps) {
  const changes = useMemo(() => resourceChanges(before, after)?.resources ?? [], [before, after]);
  if (changes.length === 0) return null;
  return (
    <ul className={styles.told} aria-label="What changes in words">
      {changes.slice(0, RESOURCES).map((change) => {
        const resource = change.after ?? change.before;
        const words = [howWords(change) ?? '', ...change.sentences.map(({ text }) => text)].filter(Boolean);
        return (
          <li key={change.key}>
            <KindGlyph kind={resource?.type ?? ''} size={14} />
            <span>
              <b>{resource?.name || resource?.kind}</b> {words.slice(0, SENTENCES).join('; ')}
              {words.length > SENTENCES && `; and ${words.length - SENTENCES} more`}
            </span>
          </li>
        );
      })}
      {changes.length > RESOURCES && (
        <li className={styles.note}>and {changes.length - RESOURCES} more resources</li>
      )}
    </ul>
  );
}
