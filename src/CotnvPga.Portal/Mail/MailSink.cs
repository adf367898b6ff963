using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace CotnvPga.Portal.Mail;

/// <summary>A mail server that keeps what it gets and sends nothing on: for a demo and for tests, on this machine only.</summary>
public sealed class MailSink : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Kept _kept;
    private readonly Task _running;

    private MailSink(int port, string? folder)
    {
        Port = port;
        _kept = new Kept(folder);
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add((IMessageStore)_kept);
        var options = new SmtpServerOptionsBuilder().ServerName("localhost")
            .Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, port)))
            .Build();
        _running = new SmtpServer.SmtpServer(options, services).StartAsync(_stop.Token);
    }

    /// <summary>The port on this machine.</summary>
    public int Port { get; }

    /// <summary>Everything that came in, as it came.</summary>
    public IReadOnlyList<string> Mails => [.. _kept.Mails];

    /// <summary>Whether it takes mail; a server that does not is what a sender must live with.</summary>
    public bool Takes { get => _kept.Takes; set => _kept.Takes = value; }

    /// <summary>Starts one on a free port.</summary>
    /// <param name="folder">Where each mail is kept as a file; only in memory when null.</param>
    public static MailSink Start(string? folder = null)
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        if (folder is not null)
            Directory.CreateDirectory(folder);
        return new MailSink(port, folder);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        // It ends because it was told to: that is no fault.
        await Task.WhenAny(_running);
        _stop.Dispose();
    }

    private sealed class Kept(string? folder) : MessageStore
    {
        public ConcurrentQueue<string> Mails { get; } = [];

        public bool Takes { get; set; } = true;

        public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            if (!Takes)
                return SmtpResponse.TransactionFailed;
            var bytes = buffer.ToArray();
            Mails.Enqueue(System.Text.Encoding.UTF8.GetString(bytes));
            if (folder is not null)
                await File.WriteAllBytesAsync(Path.Combine(folder, $"{Guid.NewGuid():N}.eml"), bytes, cancellationToken);
            return SmtpResponse.Ok;
        }
    }
}
