import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mountType, networkType, refuseNetworkDisk } from '../../src/state/store/network-disk.ts';

describe('a file system', () => {
  it.each([
    { name: 'nfs', type: 0x6969, found: 'nfs' },
    { name: 'cifs', type: 0xff534d42, found: 'cifs' },
    { name: 'cifs, told with a sign', type: 0xff534d42 | 0, found: 'cifs' },
    { name: 'smb3', type: 0xfe534d42, found: 'smb3' },
    { name: '9p', type: 0x01021997, found: '9p' },
    { name: 'sshfs', type: 0x65735546, fuse: 'fuse.sshfs', found: 'fuse.sshfs' },
    { name: 'virtiofs', type: 0x65735546, fuse: 'virtiofs', found: 'virtiofs' },
    { name: 'a container', type: 0x65735546, fuse: 'fuse.fuse-overlayfs', found: undefined },
    { name: 'ntfs', type: 0x65735546, fuse: 'fuseblk', found: undefined },
    { name: 'fuse that nobody names', type: 0x65735546, found: undefined },
    { name: 'ext4', type: 0xef53, found: undefined },
    { name: 'xfs', type: 0x58465342, found: undefined },
    { name: 'btrfs', type: 0x9123683e, found: undefined },
    { name: 'tmpfs', type: 0x01021994, found: undefined },
    { name: 'overlay', type: 0x794c7630, found: undefined },
    { name: 'zfs', type: 0x2fc12fc1, found: undefined },
  ])('of the network is told by its number: $name', ({ type, fuse, found }) => {
    expect(networkType(type, () => fuse)).toBe(found);
  });

  it('is named in the table of mounts by its device', () => {
    const mounts = [
      '22 27 0:21 / /proc rw,nosuid shared:12 - proc proc rw',
      '27 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw',
      '90 27 0:58 / /srv/with\\040blank rw,nosuid - fuse.sshfs me@host:/srv rw,user_id=0',
    ].join('\n');
    expect(mountType(mounts, 58)).toBe('fuse.sshfs');
    // glibc's makedev(259, 2).
    expect(mountType(mounts, ((259 & 0xfff) << 8) | 2)).toBe('ext4');
    expect(mountType(mounts, 99)).toBeUndefined();
  });

  it('of this machine is none of the network, also where the folder is not there yet', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dedupe-disk-'));
    try {
      expect(networkType(statfsSync(folder).type, () => undefined)).toBeUndefined();
      for (const place of [folder, join(folder, 'not/there/yet')])
        expect(() => refuseNetworkDisk(place)).not.toThrow();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('that is one is refused with the way out', () => {
    const refuse = (): void => refuseNetworkDisk('S', () => 'nfs');
    expect(refuse).toThrow(/the state S would lie on a network file system \(nfs\).*--allow-network-disk/);
  });
});
