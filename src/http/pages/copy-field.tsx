interface CopyFieldProps {
  id: string;
  /** The id of what names it. */
  labelledby: string;
  text: string;
  /** What the button says. */
  action: string;
}

/**
 * Text to carry away. A box with the role of a read-only field, as a real one shows a long text neither whole nor,
 * with one click, selected. The button is shown by the script, without which it can do nothing.
 */
export function CopyField({ id, labelledby, text, action }: CopyFieldProps) {
  return (
    <>
      <div
        id={id}
        class="code"
        role="textbox"
        aria-readonly="true"
        aria-multiline="true"
        aria-labelledby={labelledby}
        tabIndex={0}
      >
        {text}
      </div>
      <p class="copy">
        <button type="button" data-copy={id} hidden>
          {action}
        </button>{' '}
        <span role="status" />
      </p>
    </>
  );
}
