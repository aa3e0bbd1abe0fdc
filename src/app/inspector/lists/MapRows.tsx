import { Plus } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import type { MapField } from '../../../istio/index.ts';
import { useForm, useLocked } from '../form/context.ts';
import { LabelsNote } from '../fields/LabelsNote.tsx';
import { FieldFrame } from '../fields/FieldFrame.tsx';
import type { FieldViewProps } from '../fields/renderer.ts';
import { isMap, pathKey } from '../model/path.ts';
import { singular } from '../model/words.ts';
import { AddButton } from './AddButton.tsx';
import { MapRow } from './MapRow.tsx';
import { useItemKeys } from './useItemKeys.ts';
import styles from './rows.module.css';

/** Keys with values, a row each. Keys can be renamed where they stand. */
export function MapRows({ field, value, path, label, fieldBase, keep, outer, unmet }: FieldViewProps) {
  const form = useForm();
  const locked = useLocked();
  const id = useId();
  const names = useMemo(() => (isMap(value) ? Object.keys(value) : []), [value]);
  const keys = useItemKeys(names);
  // An offered row turns into the written one; the next is offered when it is asked for.
  const [offeredAt, setOfferedAt] = useState<number | null>(() =>
    names.length === 0 && form.opened.get().has(pathKey(path)) ? 0 : null,
  );
  const offered = offeredAt === names.length && !locked;
  const one = field.one ?? singular(label);

  return (
    <FieldFrame
      {...{ field, value, path, label, keep, outer, unmet, id }}
      base={fieldBase}
      bound={false}
      deep={false}
    >
      {({ describedBy }) => (
        <fieldset className={styles.rows} aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
          {[...names, ...(offered ? [undefined] : [])].map((name, index) => (
            <MapRow
              key={keys[index]}
              field={(field as MapField).value}
              map={path}
              name={name}
              value={name !== undefined && isMap(value) ? value[name] : undefined}
              label={`${label} ${index + 1}`}
              one={one}
              taken={names}
              keep={keep}
              onGone={() => setOfferedAt(null)}
            />
          ))}
          {(field as MapField).value.reference === 'label-value' && (
            <LabelsNote value={value} path={path} outer={outer} />
          )}
          {!locked && !offered && (
            <AddButton onClick={() => setOfferedAt(names.length)}>
              <Plus size={11} aria-hidden="true" />
              {`Add ${one}`}
            </AddButton>
          )}
        </fieldset>
      )}
    </FieldFrame>
  );
}
