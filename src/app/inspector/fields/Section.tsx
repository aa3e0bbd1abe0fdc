import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { summaryOfField, type Field, type Need } from '../../../istio/index.ts';
import type { Path, YamlValue } from '../../../yaml/index.ts';
import { useForm, useLocked } from '../form/context.ts';
import { FieldProblems } from '../form/FieldProblems.tsx';
import { useProblemsAt } from '../form/useProblems.ts';
import { pathKey } from '../model/path.ts';
import { Head, Tool } from './Head.tsx';
import { Marks } from './Marks.tsx';
import { UnmetNote } from './UnmetNote.tsx';
import styles from './section.module.css';

interface SectionProps {
  readonly field: Field;
  readonly value: YamlValue | undefined;
  readonly path: Path;
  readonly label: string;
  readonly base: Path;
  readonly keep: Path;
  /** Why it means nothing where it stands. */
  readonly unmet?: Need | undefined;
  /** A heading inside another section. */
  readonly inner?: boolean;
  /** Offers the fields inside that are absent. */
  readonly extensible?: boolean;
  /** A count or the like, after the title. */
  readonly detail?: string;
  readonly children: ReactNode;
}

/** A part of the form under a heading of its own. */
export function Section({
  field,
  value,
  path,
  label,
  base,
  keep,
  unmet,
  inner = false,
  extensible = false,
  detail,
  children,
}: SectionProps) {
  const form = useForm();
  const locked = useLocked();
  const problems = useProblemsAt(path);
  const id = useId();
  const Heading = inner ? 'h4' : 'h3';
  return (
    <fieldset
      className={inner ? styles.inner : styles.section}
      aria-labelledby={id}
      data-path={pathKey(path)}
    >
      <Head
        large
        path={path.slice(base.length)}
        tools={
          !locked && (
            <>
              {extensible && (
                <Tool
                  icon={Plus}
                  label={`Add a field to ${label}`}
                  title="Add a field"
                  onClick={(event) => form.picker.set({ within: path, anchor: event.currentTarget })}
                />
              )}
              {!field.required && (
                <Tool
                  icon={X}
                  label={`Remove ${label}`}
                  title="Remove"
                  onClick={() => (value === undefined ? form.close(path) : form.remove(path, keep))}
                />
              )}
            </>
          )
        }
      >
        <Heading id={id} className={styles.title}>
          {label}
          {detail && <span className={styles.detail}>{detail}</span>}
        </Heading>
        <Marks field={field} />
      </Head>
      <p className={styles.about}>{summaryOfField(field)}</p>
      <UnmetNote need={unmet} />
      {children}
      <FieldProblems problems={problems} />
    </fieldset>
  );
}
