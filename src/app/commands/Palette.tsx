import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { Search } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { loadRefactorings, type Refactorings } from '../../operations/index.ts';
import { useSession } from '../session.tsx';
import type { DialogProps } from '../shell/dialogs/types.ts';
import { paletteItems, type PaletteItem } from './paletteItems.ts';
import { PaletteRow } from './PaletteRow.tsx';
import { recentCommands } from './recent.ts';
import { takeTyped } from './typedAhead.ts';
import styles from './Palette.module.css';

/** Everything that can be done or gone to, found by a few letters. */
export function Palette({ onClose }: DialogProps) {
  const session = useSession();
  const [query, setQuery] = useState('');
  const [refactorings, setRefactorings] = useState<Refactorings | null>(null);
  useEffect(() => void loadRefactorings().then(setRefactorings, () => {}), []);
  const items = useMemo(
    () => paletteItems(session.getState(), query, recentCommands(), refactorings),
    [session, query, refactorings],
  );

  const choose = (item: PaletteItem) => {
    // The dialog gives the focus back first; a command may then take it elsewhere, all before the next key.
    flushSync(onClose);
    queueMicrotask(() => item.run(session));
  };

  const takeOver = () => {
    const { text, chosen } = takeTyped();
    const typed = query + text;
    setQuery(typed);
    const [first] = chosen ? paletteItems(session.getState(), typed, recentCommands(), refactorings) : [];
    if (first) choose(first);
  };

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Viewport className={styles.viewport}>
          <Dialog.Popup className={styles.popup} aria-label="Search or run">
            <Autocomplete.Root
              open
              inline
              items={items}
              value={query}
              onValueChange={setQuery}
              filter={null}
              autoHighlight="always"
              keepHighlight
              itemToStringValue={(item: PaletteItem) => item.title}
            >
              <div className={styles.search}>
                <Search size={16} aria-hidden />
                <Autocomplete.Input
                  className={styles.input}
                  aria-label="Search or run"
                  placeholder="A command, resource or file…"
                  spellCheck={false}
                  onFocus={takeOver}
                />
              </div>
              <Dialog.Close className="visually-hidden">Close</Dialog.Close>
              <Autocomplete.Empty>
                <p className={styles.empty}>Nothing is called like this.</p>
              </Autocomplete.Empty>
              <Autocomplete.List className={styles.list}>
                {(item: PaletteItem) => (
                  <Autocomplete.Item
                    key={item.key}
                    value={item}
                    className={styles.item}
                    onClick={() => choose(item)}
                  >
                    <PaletteRow item={item} />
                  </Autocomplete.Item>
                )}
              </Autocomplete.List>
            </Autocomplete.Root>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
