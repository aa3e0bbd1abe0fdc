import { useRef, useState } from 'react';
import type { ObjectField } from '../../../istio/index.ts';
import { redistribute, scaled } from '../../../operations/index.ts';
import type { Path, YamlValue } from '../../../yaml/index.ts';
import { Button } from '../../controls/index.ts';
import { Message } from '../controls/Message.tsx';
import { useForm, useLocked } from '../form/context.ts';
import { nextMark } from '../form/nextMark.ts';
import { describeItem, tellApart } from '../model/describe.ts';
import { child, pathKey, stepInto } from '../model/path.ts';
import { ShareRow } from './ShareRow.tsx';
import styles from './weights.module.css';

interface WeightSetProps {
  readonly field: ObjectField;
  readonly items: readonly YamlValue[];
  readonly path: Path;
}

/** The same proportions, adding up to 100. */
const evenly = (weights: readonly number[]) =>
  scaled(
    weights.map((weight) => Math.max(0, weight)),
    100,
  );

/** The shares of all destinations as one control: what one gains, the others give, so the total stays. */
export function WeightSet({ field, items, path }: WeightSetProps) {
  const form = useForm();
  const locked = useLocked();
  const mark = useRef<string | null>(null);
  // What a drag started from: proportions survive a way through zero.
  const start = useRef<readonly number[] | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const written = items.map((item) => stepInto(item, 'weight'));
  const weights = written.map((weight) => (typeof weight === 'number' ? weight : 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const names = items.map((item) =>
    describeItem(field.fields.get('destination') ?? field, stepInto(item, 'destination')),
  );
  const short = tellApart(names);
  const id = `weights ${pathKey(path)}`;

  function write(next: readonly number[]) {
    mark.current ??= nextMark();
    const resource = form.resource().id;
    setRefused(form.operate({ kind: 'set-weights', resource, path, weights: next }, mark.current));
  }

  function set(index: number, share: number) {
    start.current ??= total === 0 ? evenly(weights) : weights;
    write(redistribute(start.current, index, share));
  }

  function end() {
    start.current = null;
    if (mark.current === null) return;
    mark.current = null;
    form.endMark();
  }

  function cancel() {
    start.current = null;
    if (mark.current === null) return false;
    form.cancelMark(mark.current);
    mark.current = null;
    return true;
  }

  return (
    <fieldset className={styles.set} aria-label="Weights" data-path={pathKey(path)}>
      {weights.map((weight, index) => (
        <ShareRow
          // A share belongs to a place in the list.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          path={child(child(path, index), 'weight')}
          name={names[index] ?? ''}
          shortName={short[index] ?? ''}
          weight={weight}
          total={total === 0 ? 100 : total}
          onChange={(share) => set(index, share)}
          onEnd={end}
          onCancel={cancel}
        />
      ))}
      <div className={styles.total}>
        <span>
          Total <strong>{total}</strong>
          {total !== 100 && total !== 0 && (
            <span className={styles.note}> · shares are read in proportion to it</span>
          )}
          {total === 0 && <span className={styles.note}> · no weight is written</span>}
        </span>
        {total !== 100 && !locked && (
          <Button
            size="small"
            onClick={() => {
              write(evenly(weights));
              end();
            }}
          >
            Make it 100
          </Button>
        )}
      </div>
      <Message id={id} text={refused} />
    </fieldset>
  );
}
