import { Copy, Download } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { copyText } from '../../../browser/index.ts';
import { MAX_LINK_CHARACTERS } from '../../../exchange/index.ts';
import type { Preferences } from '../../../session/index.ts';
import { useCommand } from '../../commands/useCommand.ts';
import { Button, LabelledField, Modal, TextField } from '../../controls/index.ts';
import { isObjection, requestOf } from '../../drawer/send/draft.ts';
import { sendStore } from '../../drawer/send/sendState.ts';
import { labStore } from '../../drawer/load/labStore.ts';
import { sharedLab } from './sharedLab.ts';
import { lessonHere } from '../../lesson/here.ts';
import { placeOf } from '../../lesson/packs/linkTo.ts';
import { loadPacks } from '../../lesson/packs/packs.ts';
import { packStore } from '../../lesson/packs/packStore.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import type { DialogProps } from '../dialogs/types.ts';
import { makeLink, sayReach } from './makeLink.ts';
import styles from './ShareDialog.module.css';

/** A link that carries the whole workspace, and how far it comes; the file, where that is too far. */
export function ShareDialog({ onClose }: DialogProps) {
  const session = useSession();
  const { id, name, files } = useSessionState((state) => state.workspace);
  const kept = useSessionState(lessonHere);
  const packs = useStore(packStore, (state) => state.packs);
  const zip = useCommand('export.download-all');
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<'not yet' | 'yes' | 'refused'>('not yet');
  const [withRequest, setWithRequest] = useState(false);
  const [withLesson, setWithLesson] = useState(false);
  // Who looks at the lab means it.
  const [withLab, setWithLab] = useState(() => isLabInFront(session.getState().preferences));
  // As it stands when the dialog opens: nobody changes it behind.
  const [request] = useState(() => {
    const made = requestOf(sendStore.get().draft);
    return isObjection(made) ? null : made;
  });
  const inLab = useStore(labStore, (state) => state);
  const lab = useMemo(() => sharedLab(files, inLab.workspace === id ? inLab : null), [files, inLab, id]);
  const place = useMemo(() => kept && placeOf(kept, packs ?? []), [kept, packs]);
  useEffect(() => void loadPacks(), []);

  const { url, length } = useMemo(
    () =>
      makeLink(
        location.href,
        {
          name,
          files: withLab && lab ? lab.files : files,
          ...(withRequest && request && { request }),
          ...(withLab && lab && { lab: lab.path }),
        },
        withLesson && place ? place : {},
      ),
    [name, files, withRequest, request, withLab, lab, withLesson, place],
  );

  const copy = () => {
    if (url === null) return;
    copyText(url).then(
      () => setCopied('yes'),
      () => {
        setCopied('refused');
        field.current?.focus();
        field.current?.select();
      },
    );
  };
  const option = (set: (on: boolean) => void) => (event: { target: { checked: boolean } }) => {
    set(event.target.checked);
    setCopied('not yet');
  };
  const takeFile = (
    <Button onClick={zip.run}>
      <Download size={15} aria-hidden /> {zip.title}
    </Button>
  );

  return (
    <Modal
      title={`Share ${name}`}
      description="All files travel inside the link itself. Nothing goes to a server: what stands behind the # of an address stays in the browser. Whoever has the link has the files, as they are now."
      wide
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Close</Button>
          {url !== null && (
            <Button look="primary" onClick={copy}>
              <Copy size={15} aria-hidden /> {copied === 'yes' ? 'Copied' : 'Copy the link'}
            </Button>
          )}
        </>
      }
    >
      {url === null ? (
        <output>
          {length === null
            ? 'This workspace is too large for a link.'
            : `A link would be ${length.toLocaleString('en')} characters long; ${MAX_LINK_CHARACTERS.toLocaleString('en')} is the most that is opened again.`}{' '}
          Hand on the file: whoever drops it on this page, or opens it with Open…, has the same workspace.
        </output>
      ) : (
        <LabelledField
          label="Link"
          aside={<span className={styles.size}>{length?.toLocaleString('en')} characters</span>}
          hint={sayReach(length ?? 0)}
        >
          {(ids) => (
            <TextField
              {...ids}
              ref={field}
              mono
              readOnly
              value={url}
              onFocus={(event) => event.target.select()}
            />
          )}
        </LabelledField>
      )}
      <output className={copied === 'not yet' ? 'visually-hidden' : styles.copied}>
        {copied === 'yes' && 'The link is on the clipboard.'}
        {copied === 'refused' &&
          `${window.isSecureContext ? 'The browser does not let the page copy.' : 'A page that came over plain http may not copy.'} The link is selected: press Ctrl+C (⌘C on a Mac).`}
      </output>
      {(request ?? place ?? lab) && (
        <fieldset className={styles.options}>
          <legend className={styles.legend}>Take along</legend>
          {request && (
            <label>
              <input type="checkbox" checked={withRequest} onChange={option(setWithRequest)} />
              <span>
                the request in “Send a request”, <code>{request.url ?? request.host}</code>
              </span>
            </label>
          )}
          {lab && (
            <label>
              <input type="checkbox" checked={withLab} onChange={option(setWithLab)} />
              <span>
                the load lab, open on {lab.isDraft ? 'its draft, as the file ' : ''}
                <code>{lab.path}</code>
              </span>
            </label>
          )}
          {place && (
            <label>
              <input type="checkbox" checked={withLesson} onChange={option(setWithLesson)} />
              <span>
                the lesson “{kept?.title}”{place.step !== undefined && `, at step ${place.step + 1}`}
              </span>
            </label>
          )}
        </fieldset>
      )}
      <div className={styles.file}>
        {takeFile}
        {url !== null && (
          <span>Where a link is too long, hand on the file: dropped on this page, it opens the same.</span>
        )}
      </div>
    </Modal>
  );
}

const isLabInFront = ({ drawerTab, drawerOpen }: Preferences): boolean =>
  drawerTab === 'load' && drawerOpen === true;
