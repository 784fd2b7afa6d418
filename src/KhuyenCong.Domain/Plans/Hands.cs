using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Plans;

/// <summary>Phần việc không ai được làm hai: lập, thẩm định, quyết định.</summary>
public enum PlanDuty
{
    /// <summary>Lập: chọn đề án, ghi dòng dự toán, gửi đi.</summary>
    Write,

    /// <summary>Thẩm định: ghi mức, kết luận.</summary>
    Appraise,

    /// <summary>Phê duyệt, ghi quyết định, điều chỉnh, hủy.</summary>
    Decide,
}

/// <summary>Người đã tham gia: all who wrote a batch or an estimate, and all who appraised it.</summary>
/// <remarks>Nobody leaves the list: that somebody else sent it the last time does not undo who wrote it before.</remarks>
public sealed record Hands(IReadOnlyList<Guid> Writers, IReadOnlyList<Guid> Appraisers)
{
    public static readonly Hands None = new([], []);

    public bool HasWritten(Guid userId) => Writers.Contains(userId);

    public bool HasAppraised(Guid userId) => Appraisers.Contains(userId);

    public Hands Wrote(Guid userId) => HasWritten(userId) ? this : this with { Writers = [.. Writers, userId] };

    public Hands Appraised(Guid userId) => HasAppraised(userId) ? this : this with { Appraisers = [.. Appraisers, userId] };

    /// <summary>The one rule: nobody does two of the three duties.</summary>
    public IEnumerable<Breach> Against(PlanDuty duty, Guid userId)
    {
        if (duty is PlanDuty.Write && HasAppraised(userId))
        {
            yield return new("plan.appraiser-drafts");
        }

        if (duty is PlanDuty.Appraise or PlanDuty.Decide && HasWritten(userId))
        {
            yield return new(duty is PlanDuty.Appraise ? "plan.drafter-appraises" : "plan.drafter-approves");
        }

        if (duty is PlanDuty.Decide && HasAppraised(userId))
        {
            yield return new("plan.appraiser-approves");
        }
    }
}

/// <summary>Kết quả thẩm định của một đề án mà kế hoạch dựa vào: what it may be given, who voted, who concluded.</summary>
/// <param name="Supported">By source, as concluded; null where no appraisal is on record, then what was asked is the limit.</param>
public sealed record ProjectFindings(FundingSplit? Supported, IReadOnlySet<Guid> Voters, IReadOnlySet<Guid> Concluders)
{
    public static readonly ProjectFindings None = new(null, new HashSet<Guid>(), new HashSet<Guid>());

    /// <summary>What is left of it where plans of other years hold a part.</summary>
    public ProjectFindings Less(FundingSplit elsewhere)
    {
        ArgumentNullException.ThrowIfNull(elsewhere);
        return Supported is not { } supported ? this
            : this with { Supported = FundingSplit.Of(s => supported[s] is { } most && elsewhere[s] is { } held ? held < most ? most - held : Dong.Zero : supported[s]) };
    }

    /// <summary>Whether somebody judged the project and so does not also approve it.</summary>
    /// <remarks>Only a commune's leader concludes and only a commune's leader approves: where another person gave the opinion, or the batch names an appraiser from outside, concluding it is not judging it.</remarks>
    public bool JudgedBy(Guid userId, ApprovalBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return Voters.Contains(userId)
            || (Concluders.Contains(userId) && !(batch.Regime is Regime.Commune && (batch.OutsideAppraiser is not null || Voters.Any(v => v != userId))));
    }
}
