import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { giveTyped } from '../../commands/giveTyped.ts';
import { KindGlyph } from '../../controls/index.ts';
import { focusCanvas } from '../state/focus.ts';
import type { Place } from './places.ts';
import styles from './PlaceDialog.module.css';

interface PlaceDialogProps {
  title: string;
  places: readonly Place[];
  /** What is said where there is none. */
  nothing?: string;
  onChoose: (place: Place) => void;
  onClose: () => void;
}

/** How many places are listed at once; typing finds the rest. */
const LISTED = 200;

const NOTHING = 'Nothing else on the canvas can be chosen here: add it first, or it is connected already.';

/** A list of places on the canvas to choose one from by typing a part of its name. */
export function PlaceDialog({ title, places, nothing = NOTHING, onChoose, onClose }: PlaceDialogProps) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup
          className={styles.popup}
          aria-label={title}
          finalFocus={() => {
            focusCanvas();
            return false;
          }}
        >
          <Autocomplete.Root
            open
            inline
            items={places}
            limit={LISTED}
            itemToStringValue={placeText}
            autoHighlight="always"
            keepHighlight
          >
            <Autocomplete.Input
              className={styles.input}
              aria-label={title}
              placeholder={title}
              data-own-undo=""
              onFocus={() => void giveTyped()}
            />
            <Autocomplete.Empty className={styles.empty}>
              <span>{places.length === 0 ? nothing : 'Nothing on the canvas is called that.'}</span>
            </Autocomplete.Empty>
            <Autocomplete.List className={styles.list}>
              {(place: Place) => (
                <Autocomplete.Item
                  key={`${place.spot.node} ${place.spot.row ?? ''}`}
                  value={place}
                  className={styles.item}
                  onClick={() => onChoose(place)}
                >
                  <KindGlyph kind={place.kind} size={14} />
                  <span className={styles.label}>{place.label}</span>
                  <span className={styles.context}>{place.context}</span>
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function placeText(place: Place): string {
  return `${place.label} ${place.context}`;
}
