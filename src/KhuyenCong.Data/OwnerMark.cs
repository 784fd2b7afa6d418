using System.Security.Cryptography;
using System.Text;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Data;

/// <summary>Marks traces of persons with a key outside the database: equal numbers meet, but whoever has the database alone cannot try out all numbers.</summary>
public sealed class OwnerMark(byte[] key)
{
    public const string Prefix = "m1:";

    public SupportTrace On(SupportTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return trace.Kind is SupportKeyKind.Owner && !trace.Value.StartsWith(Prefix, StringComparison.Ordinal) ? trace with { Value = Of(trace.Value) } : trace;
    }

    public string Of(string hidden) => Prefix + Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(hidden)));
}
