/**
 * Whether a folder lies on a file system of the network. There a lock may hold on one machine alone, and pages that are
 * mapped into memory are not those that another machine sees: a state would be damaged without a word. Owns the list; must
 * not open anything in the folder. Known on Linux; elsewhere every disk counts as local.
 */
import { readFileSync, statfsSync, statSync } from 'node:fs';
import { platform } from 'node:os';
import { dirname, resolve } from 'node:path';
import { UsageError } from '../../lib/errors.ts';

/** By the numbers that statfs tells. Source: linux/magic.h, statfs(2), and the file systems' own sources. */
const NETWORK_TYPES: ReadonlyMap<number, string> = new Map([
  [0x6969, 'nfs'],
  [0x517b, 'smb'],
  [0xff534d42, 'cifs'],
  [0xfe534d42, 'smb3'],
  [0x01021997, '9p'],
  [0x564c, 'ncp'],
  [0x5346414f, 'afs'],
  [0x6b414653, 'afs'],
  [0x73757245, 'coda'],
  [0x00c36400, 'ceph'],
  [0x0bd00bd0, 'lustre'],
  [0x47504653, 'gpfs'],
  [0x19830326, 'beegfs'],
  [0xaad7aaea, 'panfs'],
  [0x786f4256, 'vboxsf'],
  [0xbacbacbc, 'vmhgfs'],
  [0x7c7c6673, 'prl_fs'],
]);

/** One number for all that runs outside the kernel: which of them it is stands in the table of mounts. */
const FUSE = 0x65735546;
const NETWORK_FUSE: ReadonlySet<string> = new Set([
  'virtiofs',
  ...[
    'sshfs',
    'rclone',
    's3fs',
    'goofys',
    'gcsfuse',
    'blobfuse',
    'blobfuse2',
    'glusterfs',
    'ceph',
    'ceph-fuse',
    'cephfs',
    'juicefs',
    'davfs',
    'davfs2',
    'curlftpfs',
    'smbnetfs',
    'grpcfuse',
    'osxfs',
    'vmhgfs-fuse',
    'moosefs',
    'mfs',
    'seaweedfs',
    'google-drive-ocamlfuse',
  ].map((name) => `fuse.${name}`),
]);

/** Throws `UsageError` where the folder, or the one that it will be made in, lies on the network. */
export function refuseNetworkDisk(folder: string, diskOf = networkDiskOf): void {
  const name = diskOf(folder);
  if (name === undefined) return;
  throw new UsageError(
    `the state ${folder} would lie on a network file system (${name}), whose locks cannot be trusted: two runs could damage it; name a folder on a local disk, or give --allow-network-disk if no other machine uses it`,
  );
}

/** What the file system is called; undefined where it is a local one, or nobody says. */
function networkDiskOf(folder: string): string | undefined {
  if (platform() !== 'linux') return undefined;
  for (let place = resolve(folder); ; place = dirname(place)) {
    try {
      const { type } = statfsSync(place);
      return networkType(type, () =>
        mountType(readFileSync('/proc/self/mountinfo', 'utf8'), statSync(place).dev),
      );
    } catch {
      if (place === dirname(place)) return undefined;
    }
  }
}

/** `type` as statfs tells it (some systems with a sign); `fuseType` as the table of mounts has it. */
export function networkType(type: number, fuseType: () => string | undefined): string | undefined {
  const number = type >>> 0;
  if (number !== FUSE) return NETWORK_TYPES.get(number);
  const name = fuseType();
  return name !== undefined && NETWORK_FUSE.has(name) ? name : undefined;
}

/** The type of a device in the table of mounts (proc_pid_mountinfo(5)). */
export function mountType(mountinfo: string, device: number): string | undefined {
  const [high, low] = [Math.floor(device / 2 ** 32), device >>> 0];
  const major = ((low >>> 8) & 0xfff) | (high & ~0xfff);
  const minor = (low & 0xff) | ((low >>> 12) & ~0xff);
  for (const line of mountinfo.split('\n')) {
    const words = line.split(' ');
    if (words[2] === `${major}:${minor}`) return words[words.indexOf('-', 6) + 1];
  }
  return undefined;
}
