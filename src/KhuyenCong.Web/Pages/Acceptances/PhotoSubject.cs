using KhuyenCong.Domain.Acceptances;
using static KhuyenCong.Web.Forms.TypedText;

namespace KhuyenCong.Web.Pages.Acceptances;

/// <summary>What a file that came with a record shows: the scene, a machine's nameplate, or somebody's signature on the screen.</summary>
/// <remarks>Told by the name of its field: Plate-{machine}, Sign-{name, percent-encoded}; everything else is the scene.</remarks>
public sealed record PhotoSubject(Guid? MachineId = null, string? SignedBy = null)
{
    public const string Plate = "Plate-";
    public const string Sign = "Sign-";

    public static readonly PhotoSubject Scene = new();

    public static PhotoSubject Read(string? field) =>
        field is null ? Scene
        : field.StartsWith(Plate, StringComparison.Ordinal) && Guid.TryParseExact(field[Plate.Length..], "N", out var machine) ? new(machine)
        : field.StartsWith(Sign, StringComparison.Ordinal) && Blank(Characters.Sound(Uri.UnescapeDataString(field[Sign.Length..]))) is { Length: <= AcceptanceCheck.LongestShort } name ? new(null, name)
        : Scene;
}
