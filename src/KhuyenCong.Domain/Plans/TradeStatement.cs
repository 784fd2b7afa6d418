using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Plans;

/// <summary>Trạng thái của một đề nghị xác định ngành ưu tiên.</summary>
public enum TradeStatementState
{
    /// <summary>Chờ cán bộ xác nhận.</summary>
    Proposed,

    /// <summary>Cán bộ đã xác nhận.</summary>
    Confirmed,

    /// <summary>Không xác nhận, hoặc đã thôi xác nhận.</summary>
    Refused,
}

/// <summary>Xác định ngành ưu tiên: a trade group that no code of the registry tells, proposed by whoever writes the dossier and confirmed by the officer who receives it.</summary>
/// <remarks>Only a confirmed one gives a place in the order, and it is shown as an officer's word: by whom, when, on what ground.</remarks>
public sealed class TradeStatement : IProvincial, IVersioned, IAudited
{
    public const int LongestReason = 1000;
    public const int LongestPaper = 500;

    /// <summary>What neither trade code nor figures tell: chemicals for farming, supporting industry, an export contract that has not brought revenue yet.</summary>
    public static readonly IReadOnlyList<TradeGround> Stateable = [TradeGround.FarmChemicals, TradeGround.SupportingIndustry, TradeGround.Export];

    private TradeStatement()
    {
    }

    public Guid TradeStatementId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ProjectId { get; private set; }

    public TradeGround Ground { get; private set; }

    public TradeStatementState State { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>The paper that shows it, where there is one.</summary>
    public string? Paper { get; private set; }

    public Guid ProposedBy { get; private set; }

    public string ProposerName { get; private set; } = "";

    public DateTime ProposedAt { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public string? DeciderName { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public string? DeciderReason { get; private set; }

    public long Version { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Project), ProjectId);

    /// <summary>Whether the order of a plan may still follow it: before a plan approved the project.</summary>
    public static bool IsOpen(ProjectState state) => state is ProjectState.Draft or ProjectState.Filed or ProjectState.Received or ProjectState.AwaitingMore or ProjectState.AwaitingAppraisal or ProjectState.InAppraisal or ProjectState.Appraised;

    public static TradeStatement From(TradeProposed proposed)
    {
        ArgumentNullException.ThrowIfNull(proposed);
        var statement = new TradeStatement { TradeStatementId = proposed.TradeStatementId, ProvinceCode = proposed.ProvinceCode, ProjectId = proposed.ProjectId, Ground = proposed.Ground };
        statement.Apply(proposed);
        return statement;
    }

    /// <summary>Proposed anew after a refusal: what was said before stays in the journal.</summary>
    public void Apply(TradeProposed proposed)
    {
        ArgumentNullException.ThrowIfNull(proposed);
        (State, Reason, Paper, ProposedBy, ProposerName, ProposedAt) = (TradeStatementState.Proposed, proposed.Reason, proposed.Paper, proposed.By, proposed.ByName, proposed.At);
        (DecidedBy, DeciderName, DecidedAt, DeciderReason) = (null, null, null, null);
    }

    public void Apply(TradeDecided decided)
    {
        ArgumentNullException.ThrowIfNull(decided);
        (State, DecidedBy, DeciderName, DecidedAt, DeciderReason) = (decided.Confirms ? TradeStatementState.Confirmed : TradeStatementState.Refused, decided.By, decided.ByName, decided.At, decided.Reason);
    }

    /// <summary>Đề nghị: by whoever writes the dossier, with the reason why the trade belongs to the group.</summary>
    /// <param name="project">With its beneficiaries and steps.</param>
    /// <param name="stated">What was said of this ground before; null = nothing.</param>
    /// <param name="wanted">As typed.</param>
    /// <param name="mover">Who proposes.</param>
    public static Ruling<TradeProposed> Propose(Project project, TradeStatement? stated, TradeProposed wanted, ProjectMover mover)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(mover);
        if (!mover.May(Act.EditProject, project))
        {
            return new(null, [new("project.not-allowed")]);
        }

        return Decide.If(
            () => wanted with { Reason = wanted.Reason.Trim(), Paper = string.IsNullOrWhiteSpace(wanted.Paper) ? null : wanted.Paper.Trim() },
            (IsOpen(project.State), new("trade.closed")),
            (Stateable.Contains(wanted.Ground), new("trade.ground-unknown", nameof(wanted.Ground))),
            (stated is null or { State: TradeStatementState.Refused }, new("trade.stated", nameof(wanted.Ground))),
            (!string.IsNullOrWhiteSpace(wanted.Reason), new("project.reason-missing", nameof(wanted.Reason))),
            (wanted.Reason.Length <= LongestReason, new("project.too-long", nameof(wanted.Reason), LongestReason)),
            (wanted.Paper is not { Length: > LongestPaper }, new("project.too-long", nameof(wanted.Paper), LongestPaper)));
    }

    /// <summary>Xác nhận, không xác nhận, thôi xác nhận: by whoever receives such dossiers and has no hand in this one.</summary>
    /// <param name="statement">Of this project.</param>
    /// <param name="project">With its beneficiaries and steps.</param>
    /// <param name="wanted">As typed.</param>
    /// <param name="mover">Who decides.</param>
    public static Ruling<TradeDecided> Judge(TradeStatement statement, Project project, TradeDecided wanted, ProjectMover mover)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(mover);
        if (!mover.May(Act.ReceiveProject, project))
        {
            return new(null, [new("project.not-allowed")]);
        }

        if (mover.HasInterest(project) || statement.ProposedBy == mover.UserId)
        {
            return new(null, [new("trade.own-dossier")]);
        }

        return Decide.If(
            () => wanted with { Reason = wanted.Reason.Trim() },
            (IsOpen(project.State), new("trade.closed")),
            (statement.State is TradeStatementState.Proposed || (statement.State is TradeStatementState.Confirmed && !wanted.Confirms), new("trade.decided")),
            (!string.IsNullOrWhiteSpace(wanted.Reason), new("project.reason-missing", nameof(wanted.Reason))),
            (wanted.Reason.Length <= LongestReason, new("project.too-long", nameof(wanted.Reason), LongestReason)));
    }
}

/// <summary>Đã đề nghị xác định ngành ưu tiên.</summary>
public sealed record TradeProposed(Guid TradeStatementId, string ProvinceCode, Guid ProjectId, TradeGround Ground, string Reason, string? Paper, Guid By, string ByName, DateTime At);

/// <summary>Cán bộ đã xác nhận hoặc không.</summary>
public sealed record TradeDecided(Guid TradeStatementId, bool Confirms, string Reason, Guid By, string ByName, DateTime At);
