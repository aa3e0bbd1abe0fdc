import { createElement, memo, useMemo } from 'react';
import type { ObjectField } from '../../../istio/index.ts';
import type { Path, YamlValue } from '../../../yaml/index.ts';
import { useCell } from '../form/cell.ts';
import { useForm } from '../form/context.ts';
import { useTargetVersion } from '../form/useTargetVersion.ts';
import { arrange, type Entry, type Level } from '../model/arrange.ts';
import { needWords } from '../model/words.ts';
import { FieldProblems } from '../form/FieldProblems.tsx';
import { useProblemsAt } from '../form/useProblems.ts';
import { pathKey } from '../model/path.ts';
import { Offers } from './Offers.tsx';
import { PlainValue } from './PlainValue.tsx';
import { useFieldView } from './renderer.ts';
import { UnionView } from './UnionView.tsx';
import styles from './body.module.css';

interface ObjectBodyProps {
  readonly field: ObjectField;
  readonly value: YamlValue | undefined;
  readonly path: Path;
  readonly level: Level;
  /** What the paths of fields are shown relative to, and those of sections. */
  readonly fieldBase: Path;
  readonly sectionBase: Path;
  /** A field that is drawn elsewhere. */
  readonly without?: string | undefined;
}

/** The fields of an object: short ones two in a row, larger ones in sections, and offers for what is common and absent. */
export const ObjectBody = memo(function ObjectBody({
  field,
  value,
  path,
  level,
  fieldBase,
  sectionBase,
  without,
}: ObjectBodyProps) {
  const form = useForm();
  const opened = useCell(form.opened, (set) => set);
  const troubled = useCell(form.troubled, (set) => set);
  const version = useTargetVersion();
  const { entries, offers, hidden } = useMemo(
    () => arrange(field, value, path, level, { opened, troubled, version }),
    [field, value, path, level, opened, troubled, version],
  );
  const isHere = ({ kind, path: at }: Entry) =>
    kind !== 'member' || at.length > path.length + 1 || at.at(-1) !== without;
  return (
    <div className={styles.body}>
      {entries.filter(isHere).map((entry) => (
        <EntryView
          key={keyOf(entry)}
          entry={entry}
          keep={path}
          inner={level !== 'card'}
          {...{ fieldBase, sectionBase }}
        />
      ))}
      {hidden.length > 0 && (
        <p className={styles.hidden}>
          {hidden.map(({ need, fields }) => (
            <span key={need.values.join(' ')}>
              {fields.map(({ title }) => title).join(', ')}: only with {needWords(need)}.
            </span>
          ))}
        </p>
      )}
      {offers.length > 0 && <Offers offers={offers} />}
    </div>
  );
});

interface EntryViewProps {
  readonly entry: Entry;
  readonly keep: Path;
  readonly inner: boolean;
  readonly fieldBase: Path;
  readonly sectionBase: Path;
}

function EntryView({ entry, keep, inner, fieldBase, sectionBase }: EntryViewProps) {
  const view = useFieldView();
  switch (entry.kind) {
    case 'member':
      return createElement(view, {
        field: entry.field,
        value: entry.value,
        path: entry.path,
        label: entry.label,
        unmet: entry.unmet,
        keep,
        inner,
        fieldBase,
        sectionBase,
      });
    case 'union':
      return (
        <UnionView
          union={entry.union}
          owner={entry.owner}
          value={entry.value}
          path={entry.path}
          {...{ keep, inner, fieldBase, sectionBase }}
        />
      );
    case 'through':
      return <ProblemsAt path={entry.path} />;
    case 'unknown':
      return (
        <PlainValue
          title={entry.key}
          why="Istio does not know this field here, so it has no effect. It stays in the file as it is."
          value={entry.value}
          path={entry.path}
          keep={keep}
        />
      );
  }
}

/** What is wrong with an object that has no heading to say it at. */
function ProblemsAt({ path }: { path: Path }) {
  const problems = useProblemsAt(path);
  if (problems.length === 0) return null;
  return (
    <div className={styles.problems} data-path={pathKey(path)}>
      <FieldProblems problems={problems} />
    </div>
  );
}

function keyOf(entry: Entry): string {
  if (entry.kind === 'through') return `through ${entry.path.join('.')}`;
  return entry.kind === 'union' ? `union ${entry.path.join('.')} ${entry.union.name}` : entry.path.join('.');
}
