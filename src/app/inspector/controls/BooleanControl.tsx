import { useLocked } from '../form/context.ts';
import { useEditSession } from '../form/useEditSession.ts';
import { Choices } from './Choices.tsx';
import { Message } from './Message.tsx';
import type { ControlProps } from './types.ts';

const choices = [
  { value: 'unset', title: '—', name: 'Not set' },
  { value: 'true', title: 'Yes' },
  { value: 'false', title: 'No' },
];

/** Yes, no, or nothing written (which often is neither: then the default counts). */
export function BooleanControl({ value, path, id, ariaLabel, labelledBy, describedBy, keep }: ControlProps) {
  const edit = useEditSession(path);
  const chosen =
    value === undefined || value === null ? 'unset' : typeof value === 'boolean' ? String(value) : null;
  return (
    <>
      <Choices
        id={id}
        choices={choices}
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
