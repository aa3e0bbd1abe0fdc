import type { Field } from '../../../istio/index.ts';
import { useLocked } from '../form/context.ts';
import { useEditSession } from '../form/useEditSession.ts';
import { Choices, type Choice } from './Choices.tsx';
import { Message } from './Message.tsx';
import type { ControlProps } from './types.ts';

const YES_NO: readonly Choice[] = [
  { value: 'true', title: 'Yes' },
  { value: 'false', title: 'No' },
];

/** Nothing written, with what then counts. */
function unset({ default: counts }: Field): Choice {
  const words = YES_NO.find(({ value }) => value === counts)?.title.toLowerCase() ?? counts;
  const hint = words === undefined ? 'Not set' : `Not set; the default is ${words}`;
  return { value: 'unset', title: '—', name: 'Not set', hint };
}

/** Yes, no, or nothing written (which often is neither: then the default counts). */
export function BooleanControl({
  field,
  value,
  path,
  id,
  ariaLabel,
  labelledBy,
  describedBy,
  keep,
}: ControlProps) {
  const edit = useEditSession(path);
  const chosen =
    value === undefined || value === null ? 'unset' : typeof value === 'boolean' ? String(value) : null;
  return (
    <>
      <Choices
        id={id}
        choices={[unset(field), ...YES_NO]}
        value={chosen}
        disabled={useLocked()}
        ariaLabel={ariaLabel}
        labelledBy={labelledBy}
        describedBy={describedBy}
        onChoose={(next) => {
          if (next === chosen) return;
          if (next === 'unset') edit.remove(keep);
          else edit.set(next === 'true');
          edit.end();
        }}
      />
      <Message id={`${id}-message`} text={edit.refused} />
    </>
  );
}
