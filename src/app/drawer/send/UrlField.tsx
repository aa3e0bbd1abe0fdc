import type { ReactNode } from 'react';
import { targetsIn } from '../../../traffic/index.ts';
import { LabelledField } from '../../controls/index.ts';
import { SuggestField } from '../../controls/SuggestField.tsx';
import { useSession } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import field from '../../controls/TextField.module.css';
import { takeCurl } from './curl.ts';
import { send } from './send.ts';
import { sendStore, writeDraft } from './sendState.ts';

/** Where the request goes: typed, chosen from the hosts of the workspace, or pasted as a curl command. */
export function UrlField({ aside }: { aside?: ReactNode }) {
  const session = useSession();
  const url = useStore(sendStore, (state) => state.draft.url);
  const tcp = useStore(sendStore, (state) => ['tcp', 'tls'].includes(state.draft.protocol));
  const objection = useStore(sendStore, (state) => state.objection);
  return (
    <LabelledField
      label={tcp ? 'Address' : 'URL'}
      aside={aside}
      error={objection?.field === 'url' ? objection.text : null}
    >
      {(ids) => (
        <SuggestField
          {...ids}
          className={`${field.field} ${field.mono}`}
          data-url
          data-own-undo
          placeholder={tcp ? 'host:port' : 'http://host/path, or paste a curl command'}
          value={url}
          suggestions={() =>
            targetsIn(session.getState().analysis.mesh).map((target) => ({
              value: target.url,
              note: target.note,
            }))
          }
          onType={(next) => writeDraft({ url: next })}
          onPaste={(event) => {
            if (takeCurl(event.clipboardData.getData('text'))) event.preventDefault();
          }}
          onEnter={(event) => {
            // With Ctrl or ⌘ it is the command's own key.
            if (!event.ctrlKey && !event.metaKey) void send(session);
          }}
        />
      )}
    </LabelledField>
  );
}
