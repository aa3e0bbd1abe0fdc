import { X } from 'lucide-react';
import { useId } from 'react';
import { IconButton, TextField } from '../../controls/index.ts';
import { useStore } from '../../useStore.ts';
import { sendStore, writeDraft } from './sendState.ts';
import styles from './RequestForm.module.css';

/** The headers of the request, one a line. */
export function Headers() {
  const headers = useStore(sendStore, (state) => state.draft.headers);
  const objection = useStore(sendStore, (state) => state.objection);
  const id = useId();
  const wrong = objection?.field === 'headers' ? objection.text : null;
  if (headers.length === 0) return null;
  const change = (index: number, part: Partial<(typeof headers)[number]>) =>
    writeDraft({ headers: headers.map((line, at) => (at === index ? { ...line, ...part } : line)) });
  return (
    <fieldset className={styles.headers} aria-describedby={wrong ? id : undefined}>
      <legend className={styles.legend}>Headers</legend>
      {headers.map(({ name, value }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines have nothing else to be known by
        <div key={index} className={styles.header}>
          <TextField
            mono
            aria-label={`Name of header ${index + 1}`}
            aria-invalid={wrong !== null}
            placeholder="name"
            value={name}
            data-header-name
            onChange={(event) => change(index, { name: event.target.value })}
          />
          <TextField
            mono
            aria-label={`Value of header ${index + 1}`}
            placeholder="value"
            value={value}
            onChange={(event) => change(index, { value: event.target.value })}
          />
          <IconButton
            label={`Remove header ${name || index + 1}`}
            onClick={() => writeDraft({ headers: headers.filter((_, at) => at !== index) })}
          >
            <X size={14} aria-hidden />
          </IconButton>
        </div>
      ))}
      {wrong && (
        <p id={id} className={styles.wrong}>
          {wrong}
        </p>
      )}
    </fieldset>
  );
}
