namespace CotnvPga.Cli.Convenants;

/// <summary>Reads lines as bytes from a stream, of which none can take more memory than <see cref="LongestLine"/>.</summary>
internal sealed class LineReader(Stream input)
{
    /// <summary>The longest line that is kept, in bytes.</summary>
    public const int LongestLine = 1 << 20;

    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>Whether no whole line is left without reading more: the moment to send what is ready.</summary>
    public bool NeedsInput => !_buffer.AsSpan(_start, _end - _start).Contains((byte)'\n');

    /// <summary>The next line, without its end; false when there is none. A line that is too long comes back empty.</summary>
    public bool Next(out ReadOnlySpan<byte> line, out bool tooLong)
    {
        tooLong = false;
        var searched = _start;
        while (true)
        {
            var newline = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (newline >= 0)
            {
                line = tooLong ? default : _buffer.AsSpan(_start, searched + newline - _start);
                _start = searched + newline + 1;
                return true;
            }
            if (_ended)
            {
                line = tooLong ? default : _buffer.AsSpan(_start, _end - _start);
                var any = tooLong || !line.IsEmpty;
                _start = _end;
                return any;
            }
            if (_end - _start > LongestLine)
            {
                tooLong = true;
                _start = _end;
            }
            searched = Read();
        }
    }

    /// <summary>Reads more behind what is kept; returns where the new bytes begin.</summary>
    private int Read()
    {
        if (_end == _buffer.Length)
        {
            var kept = _end - _start;
            var larger = kept > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
            _buffer.AsSpan(_start, kept).CopyTo(larger);
            (_buffer, _start, _end) = (larger, 0, kept);
        }
        var read = input.Read(_buffer, _end, _buffer.Length - _end);
        _ended = read == 0;
        _end += read;
        return _end - read;
    }
}
