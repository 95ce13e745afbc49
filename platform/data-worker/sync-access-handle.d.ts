/** File System Standard; TypeScript has it only among the types of workers, which exclude those of pages. */
interface FileSystemSyncAccessHandle {
  /** Bytes written: fewer than given when the disk is full. */
  write(bytes: Uint8Array, options: { readonly at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

interface FileSystemFileHandle {
  createSyncAccessHandle(): Promise<FileSystemSyncAccessHandle>;
}
