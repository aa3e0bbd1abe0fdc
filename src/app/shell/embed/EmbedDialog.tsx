import { useMemo, useState } from 'react';
import { copyText } from '../../../browser/index.ts';
import { embedQuery, type EmbedOptions } from '../../embed/options.ts';
import { SANDBOX, snippet } from '../../embed/snippet.ts';
import { wholeLink } from '../../embed/wholeLink.ts';
import { useCommand } from '../../commands/useCommand.ts';
import { tellFailure } from '../../commands/tellFailure.ts';
import { Button, LabelledField, Modal, Segmented, TextField } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import type { DialogProps } from '../dialogs/types.ts';
import styles from './EmbedDialog.module.css';

const [LEAST, MOST, USUAL] = [160, 2_000, 480];

/** A frame with the open workspace in it, for documentation and slides. */
export function EmbedDialog({ onClose }: DialogProps) {
  const session = useSession();
  const picture = useCommand('export.picture');
  const { name, files } = useSessionState((state) => state.workspace);
  const selected = useSessionState((state) => state.selection?.resource ?? null);
  const [panes, setPanes] = useState<EmbedOptions['panes']>('both');
  const [theme, setTheme] = useState<EmbedOptions['theme']>('system');
  const [editable, setEditable] = useState(false);
  const [select, setSelect] = useState(false);
  const [height, setHeight] = useState(String(USUAL));
  const [copied, setCopied] = useState(false);
  const link = useMemo(() => wholeLink({ name, files }), [name, files]);
  const pixels = Number(height);
  const isHeight = Number.isInteger(pixels) && pixels >= LEAST && pixels <= MOST;

  if (link === null)
    return (
      <Modal
        title={`Embed ${name}`}
        onClose={onClose}
        actions={
          <Button look="primary" onClick={picture.run}>
            {picture.title}
          </Button>
        }
      >
        <p>
          This workspace is too large for a link, and a frame carries its files in one. Embed a part of it, or
          a picture.
        </p>
      </Modal>
    );

  const [page = '', fragment = ''] = link.split('#');
  const query = embedQuery({ panes, theme, editable, ...(select && selected && { select: selected }) });
  const src = `${page}${query}#${fragment}`;
  const html = snippet({ src, title: `${name} in Meshwright`, height: isHeight ? pixels : USUAL });
  const copy = () =>
    copyText(html).then(() => setCopied(true), tellFailure(session, 'The frame could not be copied'));
  const changed =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value);
      setCopied(false);
    };

  return (
    <Modal
      title={`Embed ${name}`}
      description="A frame for documentation and slides: canvas and YAML, in the reader’s own browser. All files travel inside its address; nothing is stored, and it cannot reach the page around it."
      wide="full"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button look="primary" onClick={() => void copy()}>
            {copied ? 'Copied' : 'Copy HTML'}
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <div className={styles.options}>
          <Segmented
            label="Panes"
            value={panes}
            options={[
              { value: 'both', title: 'Both' },
              { value: 'canvas', title: 'Canvas' },
              { value: 'yaml', title: 'YAML' },
            ]}
            onChange={changed(setPanes)}
            wide
          />
          <Segmented
            label="Colours"
            value={theme}
            options={[
              { value: 'system', title: 'Reader’s own' },
              { value: 'light', title: 'Light' },
              { value: 'dark', title: 'Dark' },
            ]}
            onChange={changed(setTheme)}
            wide
          />
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={editable}
              onChange={(event) => changed(setEditable)(event.target.checked)}
            />
            <span>Readers can try changes</span>
          </label>
          {selected && (
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={select}
                onChange={(event) => changed(setSelect)(event.target.checked)}
              />
              <span>With {selected} selected</span>
            </label>
          )}
          <LabelledField
            label="Height"
            aside="pixels"
            error={isHeight ? null : `A whole number from ${LEAST} to ${MOST}.`}
          >
            {(ids) => (
              <TextField
                {...ids}
                inputMode="numeric"
                value={height}
                onChange={(event) => changed(setHeight)(event.target.value.trim())}
              />
            )}
          </LabelledField>
          <LabelledField
            label="HTML"
            aside={`${html.length.toLocaleString('en')} characters`}
            hint="What else an address can ask for, and what a host has to send: docs/embedding.md."
          >
            {(ids) => (
              <textarea
                {...ids}
                className={styles.html}
                readOnly
                rows={6}
                value={html}
                spellCheck={false}
                onFocus={(event) => event.target.select()}
              />
            )}
          </LabelledField>
        </div>
        <iframe
          key={src}
          className={styles.preview}
          title="Preview of the frame"
          src={src}
          sandbox={SANDBOX}
        />
      </div>
    </Modal>
  );
}
