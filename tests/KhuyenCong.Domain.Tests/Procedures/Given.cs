using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Procedures;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Tests.Procedures;

/// <summary>Procedures the tests start from (dữ liệu minh họa).</summary>
internal static class Given
{
    public const string Province = "56";
    public const string Commune = "22453";
    public static readonly DateOnly Today = new(2026, 9, 30);
    public static readonly Guid Rule = Id();

    public static Guid Id() => Uuid.New(TimeProvider.System);

    public static StepText Step(string name = "Tiếp nhận", ProjectState? state = ProjectState.Filed, int? days = null, DayKind kind = DayKind.Working) => new(Id(), name, "Sở Công Thương", state, Days: days, DayKind: kind);

    public static ProcedureText Text(params StepText[] steps) => new(Regime.Provincial, ProjectNature.Grant, null, "Quy trình (dữ liệu minh họa)", steps.Length > 0 ? steps : [Step()]);

    public static Ruling<ProcedureDrafted> Draft(ProcedureText text, Func<Regime, string?, bool>? isTheirs = null) =>
        ProcedureWriting.Draft(new(Id(), Province, text, Id(), Today, TimeProvider.System.UtcNow), c => c == Commune, r => r == Rule, isTheirs ?? Everything);

    /// <summary>As the province's people write.</summary>
    public static bool Everything(Regime regime, string? commune) => true;

    /// <summary>As the commune's people write.</summary>
    public static bool OwnOnly(Regime regime, string? commune) => (regime, commune) == (Regime.Commune, Commune);

    public static Procedure Procedure(ProcedureText? text = null) => Domain.Procedures.Procedure.Of(Draft(text ?? Text()).Event.ShouldNotBeNull());

    public static PublicationText Decision(DateOnly from, DateOnly? to = null) => new("12/QĐ-SCT", new(2020, 1, 1), "Sở Công Thương", "Trần Minh Họa", "Giám đốc", from, to);

    /// <summary>Published, whatever else there is.</summary>
    public static Procedure Published(DateOnly from, DateOnly? to = null, ProcedureText? text = null)
    {
        var procedure = Procedure(text);
        procedure.Apply(ProcedureWriting.Publish(procedure, Decision(from, to), [], Id(), Today).Event.ShouldNotBeNull());
        return procedure;
    }
}
