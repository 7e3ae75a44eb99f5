// A part of the page that is fetched when it is wanted: where it cannot be, or fails, that is said, and the rest of the page stays.
import { Component, Suspense, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import buttons from './button.module.css';
import styles from './Part.module.css';

type State = { is: 'whole' | 'broken' | 'closed' };
type Props = {
  children: ReactNode;
  /** What stands there meanwhile. */
  fallback?: ReactNode;
  /** Where it was opened by a button: closes it, so that the button opens it again. */
  close?: () => void;
};

/** Only a class hears from React of what its children throw. */
export class Part extends Component<Props, State> {
  override state: State = { is: 'whole' };
  static getDerivedStateFromError = (): State => ({ is: 'broken' });
  readonly #close = () => {
    this.setState({ is: 'closed' });
    this.props.close?.();
  };
  override render() {
    const { is } = this.state;
    if (is === 'closed') return null;
    if (is === 'whole') return <Suspense fallback={this.props.fallback}>{this.props.children}</Suspense>;
    // Over the whole page, whatever lies over the place where the part would be.
    return createPortal(
      <div role="alert" className={styles.broken}>
        <p>
          This part of the page could not be shown: there is no connection, the page was renewed meanwhile, or
          it has failed. Load the page again to see what you see now, with all that is saved.
        </p>
        {/* What could not be fetched once is not asked for again until then. */}
        <button type="button" className={buttons.main} onClick={() => window.location.reload()}>
          Load the page again
        </button>
        <button type="button" className={buttons.button} onClick={this.#close}>
          Close
        </button>
      </div>,
      document.body,
    );
  }
}
