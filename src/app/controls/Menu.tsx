import {
  cloneElement,
  lazy,
  Suspense,
  useRef,
  useState,
  type ComponentType,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import { MenuComing } from './MenuComing.tsx';
import type { MenuChoiceProps } from './MenuParts.tsx';

// Menus come when one is opened for the first time: the first screen needs only their buttons.
const MenuPopup = lazy(() => import('./MenuPopup.tsx'));
const parts = () => import('./MenuParts.tsx');

/** A line of a menu that does something. */
export const MenuItem = lazy(async () => ({ default: (await parts()).Item }));

/** A line that is on or off; the menu stays open. */
export const MenuCheck = lazy(async () => ({ default: (await parts()).CheckLine }));

/** A line between groups. */
export const MenuLine = lazy(async () => ({ default: (await parts()).Line }));

const LazyChoice = lazy(async () => ({
  default: (await parts()).Choice as ComponentType<MenuChoiceProps<string>>,
}));

/** One of a few, with a mark at the one that is chosen. */
export function MenuChoice<T extends string>({ onChange, ...rest }: MenuChoiceProps<T>) {
  return <LazyChoice {...rest} onChange={(value) => onChange(value as T)} />;
}
interface DropMenuProps {
  /** What the menu is called. */
  label: string;
  /** The button that opens it; gets the menu's props. */
  trigger: ReactElement<Record<string, unknown>>;
  children: ReactNode;
  align?: 'start' | 'end';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

/** A button with a menu of things to do. */
export function DropMenu({ label, trigger, children, align = 'end', open, onOpenChange }: DropMenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [own, setOwn] = useState(false);
  // Pressing the button of an open menu closes it by the press outside; the click that follows must not open it again.
  const wasOpen = useRef(false);
  const isOpen = open ?? own;
  const set = (next: boolean) => {
    setOwn(next);
    onOpenChange?.(next);
  };
  return (
    <>
      {cloneElement(trigger, {
        ref: button,
        'aria-haspopup': 'menu',
        'aria-expanded': isOpen,
        onPointerDown: () => (wasOpen.current = isOpen),
        onClick: () => {
          set(!wasOpen.current);
          wasOpen.current = false;
        },
        onKeyDown: (event: KeyboardEvent) => {
          (trigger.props['onKeyDown'] as ((event: KeyboardEvent) => void) | undefined)?.(event);
          if (event.key !== 'ArrowDown' || event.defaultPrevented) return;
          event.preventDefault();
          set(true);
        },
      })}
      {isOpen && (
        <Suspense fallback={<MenuComing onClose={() => set(false)} />}>
          <MenuPopup label={label} anchor={button} align={align} home={button} onClose={() => set(false)}>
            {children}
          </MenuPopup>
        </Suspense>
      )}
    </>
  );
}
