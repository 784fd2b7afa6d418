namespace KhuyenCong.Domain.Appraisals;

/// <summary>Mức hỗ trợ đề xuất: by source of khuyến công money; blank is not zero.</summary>
public sealed record ProposedSupport(Dong? National = null, Dong? Provincial = null, Dong? Commune = null)
{
    public static readonly ProposedSupport None = new();

    public Dong? Total => new[] { National, Provincial, Commune }.SumKnown();
}

/// <summary>Một chỗ ngồi khi bắt đầu thẩm định.</summary>
public sealed record SeatText(Guid SeatId, MemberText Member, ConflictGround Grounds);

/// <summary>Ý kiến thẩm định, as typed.</summary>
public sealed record OpinionText(AppraisalVote? Vote, IReadOnlyList<ContentRemark> Remarks, IReadOnlyList<RankingScore> Scores, string? Note, ProposedSupport Support);

/// <summary>Đã bắt đầu thẩm định.</summary>
public sealed record AppraisalStarted(
    Guid AppraisalId, string ProvinceCode, string? CommuneCode, Guid ProjectId, int Round, AppraisalMode Mode, Guid? CouncilId, Guid? SessionId, int QuorumPart, int QuorumWhole, bool AllowsConditional,
    IReadOnlyList<SeatText> Seats, Guid By, DateOnly On, DateOnly? DueOn, DateTime At);

/// <summary>Đã khai xung đột lợi ích, có hoặc không.</summary>
/// <param name="Asked">What they share with people of the dossier, as they were asked about it.</param>
public sealed record ConflictDeclared(Guid AppraisalId, Guid SeatId, ConflictGround Grounds, string? Text, DateTime At, IReadOnlyList<string>? Asked = null);

/// <summary>Thành viên dự khuyết đã thay.</summary>
public sealed record SubstituteSeated(Guid AppraisalId, Guid SeatId, Guid InsteadOfId, string Reason, DateTime At);

/// <summary>Đã gửi phiếu ý kiến; a later one takes its place until the vote is open.</summary>
public sealed record OpinionSent(Guid AppraisalId, Guid OpinionId, Guid SeatId, OpinionText Text, DateTime At);

/// <summary>Đã mở phiếu. Whoever the registry shows to be concerned by then is left out.</summary>
public sealed record VotesOpened(Guid AppraisalId, IReadOnlyList<(Guid SeatId, ConflictGround Grounds)> Recused, DateTime At);

/// <summary>Chủ tọa đã ký kết quả của hội đồng.</summary>
public sealed record ResultSigned(Guid AppraisalId, string By, string Reason, ProposedSupport Support, IReadOnlyList<string> Conditions, DateTime At);

/// <summary>Đã kết luận thẩm định.</summary>
public sealed record AppraisalConcluded(
    Guid AppraisalId, Guid ConclusionId, AppraisalVote Outcome, string Reason, ProposedSupport Support, IReadOnlyList<(Guid Id, string Text)> Conditions, Guid By, string ByName, DateTime At);

/// <summary>Đã hủy kết luận.</summary>
public sealed record ConclusionUndone(Guid AppraisalId, Guid ConclusionId, string ByName, string Reason, DateTime At);

/// <summary>Điều kiện đã đáp ứng.</summary>
public sealed record ConditionMet(Guid AppraisalId, Guid ConditionId, string Proof, UploadedFile? File, DateOnly On, string By, DateTime At);

/// <summary>Việc thẩm định dừng ở lần này: returned, withdrawn or postponed.</summary>
public sealed record AppraisalBrokenOff(Guid AppraisalId, AppraisalState To, string? Reason, DateTime At);
