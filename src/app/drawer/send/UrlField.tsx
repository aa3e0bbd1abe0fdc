import { Autocomplete } from '@base-ui/react/autocomplete';
import { useRef, useState } from 'react';
import { targetsIn, type Target } from '../../../traffic/index.ts';
import { LabelledField } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import field from '../../controls/TextField.module.css';
import options from '../../inspector/controls/options.module.css';
import { takeCurl } from './curl.ts';
import { send } from './send.ts';
import { sendStore, writeDraft } from './sendState.ts';

/** More than anybody reads. */
const MOST = 200;
const NONE: readonly Target[] = [];

/** Where the request goes: typed, chosen from the hosts of the workspace, or pasted as a curl command. */
export function UrlField() {
  const session = useSession();
  const url = useStore(sendStore, (state) => state.draft.url);
  const tcp = useStore(sendStore, (state) => ['tcp', 'tls'].includes(state.draft.protocol));
  const objection = useStore(sendStore, (state) => state.objection);
  const [targets, setTargets] = useState(NONE);
  const [asked, setAsked] = useState(false);
  // What stands there already is no search: everything shows until something is typed.
  const [searching, setSearching] = useState(false);
  const highlighted = useRef(false);
  const words = url.trim().toLowerCase();
  const found = (searching ? targets.filter((one) => one.url.toLowerCase().includes(words)) : targets).slice(
    0,
    MOST,
  );
  const open = asked && found.length > 0;
  return (
    <LabelledField label={tcp ? 'Address' : 'URL'} error={objection?.field === 'url' ? objection.text : null}>
      {(ids) => (
        <Autocomplete.Root
          items={found}
          mode="none"
          itemToStringValue={(item: Target) => item.url}
          value={url}
          open={open}
          openOnInputClick
          onItemHighlighted={(item) => {
            highlighted.current = item !== undefined;
          }}
          onOpenChange={(next, details) => {
            setAsked(next);
            if (!next) return;
            setSearching(details.reason === 'input-change');
            setTargets(targetsIn(session.getState().analysis.mesh));
          }}
          onValueChange={(next, details) => {
            if (details.reason === 'escape-key') return;
            setSearching(true);
            writeDraft({ url: next });
          }}
        >
          <Autocomplete.Input
            {...ids}
            className={`${field.field} ${field.mono}`}
            data-url
            data-own-undo
            placeholder={tcp ? 'host:port' : 'http://host/path, or paste a curl command'}
            spellCheck={false}
            autoComplete="off"
            onPaste={(event) => {
              if (!takeCurl(event.clipboardData.getData('text'))) return;
              event.preventDefault();
              setAsked(false);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || (open && highlighted.current)) return;
              if (event.ctrlKey || event.metaKey) return;
              setAsked(false);
              void send(session);
            }}
          />
          <Autocomplete.Portal>
            <Autocomplete.Positioner className={options.positioner} sideOffset={4}>
              <Autocomplete.Popup className={options.popup}>
                <Autocomplete.List className={options.list}>
                  {(item: Target) => (
                    <Autocomplete.Item key={item.url} value={item} className={options.item}>
                      <span className={options.mono}>{item.url}</span>
                      <span className={options.note}>{item.note}</span>
                    </Autocomplete.Item>
                  )}
                </Autocomplete.List>
              </Autocomplete.Popup>
            </Autocomplete.Positioner>
          </Autocomplete.Portal>
        </Autocomplete.Root>
      )}
    </LabelledField>
  );
}
