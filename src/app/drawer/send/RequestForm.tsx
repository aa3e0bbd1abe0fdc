import { Ellipsis, Play } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { flushSync } from 'react-dom';
import { formatKeys } from '../../commands/keys.ts';
import { isMac } from '../../commands/platform.ts';
import {
  Button,
  Choice,
  DropMenu,
  IconButton,
  LabelledField,
  MenuCheck,
  MenuItem,
  TextField,
} from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { copyAsCurl, pasteCurl } from './curl.ts';
import { callerChoices, callerValue } from './callers.ts';
import { METHODS, type Protocol } from './draft.ts';
import { Headers } from './Headers.tsx';
import { MANY, send, sendThousand } from './send.ts';
import { sendStore, showView, writeDraft } from './sendState.ts';
import { UrlField } from './UrlField.tsx';
import styles from './RequestForm.module.css';

const PROTOCOL_TITLES: readonly { readonly value: Protocol; readonly title: string }[] = [
  { value: 'http', title: 'HTTP/1.1' },
  { value: 'http2', title: 'HTTP/2' },
  { value: 'grpc', title: 'gRPC' },
  { value: 'tls', title: 'TLS from the app' },
  { value: 'tcp', title: 'TCP' },
];

/** What to send: from whom, how, and where to. */
export function RequestForm() {
  const session = useSession();
  const mesh = useSessionState((state) => state.analysis.mesh);
  const { caller, method, protocol, headers } = useStore(sendStore, (state) => state.draft);
  const callers = useMemo(() => callerChoices(mesh, caller), [mesh, caller]);
  const stream = protocol === 'tcp' || protocol === 'tls';
  const form = useRef<HTMLDivElement>(null);
  const addHeader = () => {
    // Drawn before the next key, which belongs to the new line already.
    flushSync(() => writeDraft({ headers: [...headers, { name: '', value: '' }] }));
    const names = form.current?.querySelectorAll<HTMLElement>('[data-header-name]');
    names?.item(names.length - 1).focus();
  };
  return (
    <div ref={form} className={styles.form}>
      <div className={styles.line}>
        <LabelledField label="From">
          {(ids) => (
            <Choice
              {...ids}
              value={callerValue(caller)}
              options={callers}
              onChange={(value) => {
                const chosen = callers.find((one) => one.value === value);
                if (chosen) writeDraft({ caller: chosen.caller });
              }}
            />
          )}
        </LabelledField>
        <LabelledField label="Method">
          {(ids) => (
            <Choice
              {...ids}
              value={method}
              disabled={stream}
              options={[...new Set([method, ...METHODS])].map((value) => ({ value, title: value }))}
              onChange={(value) => writeDraft({ method: value })}
            />
          )}
        </LabelledField>
      </div>
      <UrlField
        aside={
          <Choice
            aria-label="Protocol"
            className={styles.protocol}
            value={protocol}
            options={PROTOCOL_TITLES}
            onChange={(value) =>
              writeDraft({
                protocol: value as Protocol,
                // All that gRPC sends is a POST.
                ...(value === 'grpc' && { method: 'POST' }),
              })
            }
          />
        }
      />
      <Headers />
      <More />
      <div className={styles.actions}>
        <Button
          look="primary"
          title={formatKeys('Mod+Enter', isMac)}
          aria-keyshortcuts={isMac ? 'Meta+Enter' : 'Control+Enter'}
          onClick={() => void send(session)}
        >
          <Play size={13} aria-hidden /> Send
        </Button>
        <Button disabled={stream} onClick={addHeader}>
          + Header
        </Button>
        <Button onClick={() => void sendThousand(session)}>Send {MANY.toLocaleString('en')}</Button>
        <MoreMenu />
      </div>
    </div>
  );
}

/** What few requests need: another SNI, the IP address that was dialled. */
function More() {
  const shown = useStore(sendStore, (state) => state.more);
  const { sni, address } = useStore(sendStore, (state) => state.draft);
  const objection = useStore(sendStore, (state) => state.objection);
  const wrong = (field: string) => (objection?.field === field ? objection.text : null);
  if (!shown) return null;
  return (
    <div className={styles.halves}>
      <LabelledField label="SNI" error={wrong('sni')}>
        {(ids) => (
          <TextField
            {...ids}
            mono
            placeholder="the host"
            value={sni}
            onChange={(event) => writeDraft({ sni: event.target.value.trim() })}
          />
        )}
      </LabelledField>
      <LabelledField label="IP address dialled" error={wrong('address')}>
        {(ids) => (
          <TextField
            {...ids}
            mono
            placeholder="as DNS has it"
            value={address}
            onChange={(event) => writeDraft({ address: event.target.value.trim() })}
          />
        )}
      </LabelledField>
    </div>
  );
}

function MoreMenu() {
  const session = useSession();
  const shown = useStore(sendStore, (state) => state.more);
  return (
    <DropMenu
      label="More for this request"
      trigger={
        <IconButton label="More for this request">
          <Ellipsis size={15} aria-hidden />
        </IconButton>
      }
    >
      <MenuItem title="Suggested requests" onClick={() => showView('suggested')} />
      <MenuItem title="Paste a curl command" onClick={() => void pasteCurl(session)} />
      <MenuItem title="Copy as curl" onClick={() => void copyAsCurl(session)} />
      <MenuCheck
        title="SNI and IP address"
        checked={shown}
        onChange={(more: boolean) => sendStore.set({ more })}
      />
    </DropMenu>
  );
}
