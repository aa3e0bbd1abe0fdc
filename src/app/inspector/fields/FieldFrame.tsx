import { formatPath } from '../../../yaml/index.ts';
import { X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { summaryOfField } from '../../../istio/index.ts';
import { FieldProblems } from '../form/FieldProblems.tsx';
import { useForm, useLocked } from '../form/context.ts';
import { useProblemsAt } from '../form/useProblems.ts';
import { pathKey } from '../model/path.ts';
import type { FieldProps } from './types.ts';
import { Head, Tool } from './Head.tsx';
import { Marks } from './Marks.tsx';
import { UnmetNote } from './UnmetNote.tsx';
import { useCalmWidth } from './useCalmWidth.ts';
import styles from './frame.module.css';

interface FrameProps extends FieldProps {
  readonly id: string;
  /** The input is one element, so the label can point at it. */
  readonly bound: boolean;
  readonly short?: boolean;
  /** Nothing inside shows problems of its own. */
  readonly deep?: boolean;
  readonly children: (names: { labelId: string; describedBy: string; invalid: boolean }) => ReactNode;
}

/** What stands around an input: its name and path, the sentence about it, its problems, and the way to remove it. */
export function FieldFrame({
  field,
  value,
  path,
  label,
  base,
  keep,
  outer,
  unmet,
  id,
  bound,
  short = false,
  deep = true,
  children,
}: FrameProps) {
  const form = useForm();
  const locked = useLocked();
  const problems = useProblemsAt(path, { outer, deep });
  const frame = useRef<HTMLDivElement>(null);
  const wide = useCalmWidth(frame, problems.length > 0);
  const classes = short ? `${styles.short} ${wide ? styles.troubled : ''}` : styles.field;
  const labelId = `${id}-label`;
  const aboutId = `${id}-about`;
  const problemsId = `${id}-problems`;
  const where = path.slice(base.length);
  const title = (
    <>
      {label}
      {field.required && (
        <span className={styles.required} title="Required">
          <span aria-hidden="true">*</span>
          <span className="visually-hidden"> (required)</span>
        </span>
      )}
    </>
  );

  return (
    <div ref={frame} className={classes} data-path={pathKey(path)}>
      <Head
        path={short ? undefined : where}
        tools={
          value !== undefined &&
          !field.required &&
          !locked && (
            <Tool
              icon={X}
              label={`Remove ${label}`}
              title="Remove"
              // Text is removed by emptying it.
              reachable={!bound}
              onClick={() => form.remove(path, keep)}
            />
          )
        }
      >
        {bound ? (
          <label id={labelId} htmlFor={id} className={styles.label}>
            {title}
          </label>
        ) : (
          <span id={labelId} className={styles.label}>
            {title}
          </span>
        )}
        <Marks field={field} />
      </Head>
      <div className={styles.inputs}>
        {children({
          labelId,
          describedBy: problems.length > 0 ? `${problemsId} ${aboutId}` : aboutId,
          invalid: problems.some((problem) => problem.severity === 'error'),
        })}
        <UnmetNote need={unmet} />
        <About id={aboutId} where={short ? formatPath(where) : ''} {...{ field, path }} />
        <FieldProblems id={problemsId} problems={problems} />
      </div>
    </div>
  );
}

/** Path, default and sentence of a field. For those who listen, always; for those who look, when they ask for it. */
function About({
  id,
  where,
  field,
  path,
}: { id: string; where: string } & Pick<FieldProps, 'field' | 'path'>) {
  return (
    <p id={id} className={styles.about}>
      <span className="visually-hidden">{formatPath(path)}. </span>
      {where !== '' && <code aria-hidden="true">{where} </code>}
      {summaryOfField(field)}
      {field.default !== undefined && <> Default: {field.default}.</>} {field.deprecated}
    </p>
  );
}
