// A key as it is shown on what it does.
export const Key = ({ name }: { name: string }) => <kbd aria-hidden="true">{name}</kbd>;
