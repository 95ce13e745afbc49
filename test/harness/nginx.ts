import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { selfSignedCertificate } from "./local-web.ts";

/** Whether nginx is installed; what needs it is skipped elsewhere, with a message. */
export const hasNginx = spawnSync("nginx", ["-v"]).status === 0;

/** A running nginx that serves a folder on this machine. */
export interface Nginx {
  /** On 127.0.0.1. */
  readonly port: number;
  readonly origin: string;
  /** The requests so far, one a line: status, bytes of the body, method, path, `Range`. */
  requests(): string[];
  close(): Promise<void>;
}

/**
 * Starts nginx for a folder.
 *
 * @param locations the `location` blocks of its configuration
 * @param isSecure whether it speaks TLS, with a self-signed certificate
 */
export async function startNginx(
  root: string,
  locations: string,
  { isSecure = false }: { isSecure?: boolean } = {},
): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), "second-source-nginx-"));
  const port = await freePort();
  if (isSecure) {
    const { key, cert } = selfSignedCertificate();
    writeFileSync(join(folder, "key.pem"), key);
    writeFileSync(join(folder, "cert.pem"), cert);
  }
  const tls = isSecure ? "ssl_certificate cert.pem; ssl_certificate_key key.pem;" : "";
  // As root, nginx would serve as another user, who may not read a temporary folder.
  const user = userInfo().uid === 0 ? "user root;" : "";
  writeFileSync(
    join(folder, "nginx.conf"),
    `daemon off; ${user} worker_processes 1; pid nginx.pid; error_log error.log;
events {}
http {
  types { application/json json; }
  log_format line '$status $body_bytes_sent $request_method $request_uri $http_range';
  access_log access.log line;
  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
  server {
    listen 127.0.0.1:${port}${isSecure ? " ssl" : ""};
    root ${root};
    ${tls}
    ${locations}
  }
}`,
  );
  const child = spawn("nginx", ["-p", folder, "-c", "nginx.conf", "-e", "error.log"]);
  const exit = once(child, "exit");
  const origin = `${isSecure ? "https" : "http"}://127.0.0.1:${port}`;
  const close = async () => {
    child.kill("SIGQUIT");
    await exit;
    rmSync(folder, { recursive: true });
  };
  while (!(await isListening(port))) {
    if (child.exitCode !== null)
      throw new Error(`nginx ended: ${readFileSync(join(folder, "error.log"), "utf8")}`);
    await wait(20);
  }
  return {
    port,
    origin,
    requests: () => readFileSync(join(folder, "access.log"), "utf8").trim().split("\n"),
    close,
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
