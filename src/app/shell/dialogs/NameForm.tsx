import { useRef, useState, type ReactNode } from 'react';
import { FormModal, LabelledField, TextField } from '../../controls/index.ts';

interface NameFormProps {
  title: string;
  description?: ReactNode;
  label: string;
  hint?: string;
  /** The name to begin with. */
  value: string;
  /** Why a name cannot be taken, or null. */
  objection: (name: string) => string | null;
  submit: string;
  /** Returns whether it was done; the dialog then closes. */
  onSubmit: (name: string) => boolean;
  onClose: () => void;
  /** Stands below the name. */
  children?: ReactNode;
  /** Stands apart from the buttons at the end, by what is typed. */
  renderAside?: (name: string) => ReactNode;
}

/** A dialog that asks for a name. */
export function NameForm(props: NameFormProps) {
  const {
    title,
    description,
    label,
    hint,
    value,
    objection,
    submit,
    onSubmit,
    onClose,
    children,
    renderAside,
  } = props;
  const [name, setName] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  const error = name === value ? null : objection(name.trim());
  const ready = name.trim() !== '' && objection(name.trim()) === null;

  return (
    <FormModal
      title={title}
      description={description}
      onClose={onClose}
      initialFocus={field}
      submit={submit}
      aside={renderAside?.(name.trim())}
      ready={ready}
      onSubmit={() => onSubmit(name.trim()) && onClose()}
    >
      <LabelledField label={label} hint={hint} error={error}>
        {(words) => (
          <TextField
            {...words}
            ref={field}
            value={name}
            onChange={(event) => setName(event.target.value)}
            onFocus={(event) => selectStem(event.target)}
          />
        )}
      </LabelledField>
      {children}
    </FormModal>
  );
}

/** Selects the part before the extension: that is what people change. */
function selectStem(input: HTMLInputElement) {
  const from = input.value.lastIndexOf('/') + 1;
  const dot = input.value.lastIndexOf('.');
  const isFile = /\.(ya?ml|json)$/i.test(input.value);
  input.setSelectionRange(isFile ? from : 0, isFile && dot > from ? dot : input.value.length);
}
